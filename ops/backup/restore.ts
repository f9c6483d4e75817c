/** `npm run restore`: a backup becomes a shop, where nothing was before. */
import { mkdirSync } from "node:fs"

import { markRestored, migrate, resume } from "../database"
import { readSettings, type Places, type Settings } from "../env"
import { OperatorError, say, step } from "../lib/say"
import { askedToEnd } from "../lib/shutdown"
import { reconcile } from "../reconcile"
import {
  ownDataDir,
  startServices,
  stopServices,
  type Services,
} from "../services/embedded"
import { contentsOf } from "./backup"
import { extractFiles } from "./files"
import { loadTables } from "./load"
import type { Manifest } from "./manifest"
import { readMarker, removeMarker, writeMarker } from "./marker"
import { requireKnownMigrations, requireSameMigrations } from "./migrations"
import { verifyBackup } from "./read"
import { removeUnfinished, requireEmptyTarget, withDatabase } from "./target"

/** What people look at first. */
const FIGURES = [
  ["product", "sản phẩm"],
  ["ocop_recognition", "công nhận OCOP"],
  ["order", "đơn hàng"],
  ["stock_entry", "dòng thẻ kho"],
] as const

const ONLY_SEARCH_IS_LEFT =
  "Dữ liệu đã được phục hồi đủ; còn lại: npm run reindex, chạy sàn vài phút, rồi npm run reconcile."

function sayFigures(manifest: Manifest): void {
  const rows = new Map(manifest.tables.map(({ name, rows: count }) => [name, count]))
  say(`Lúc sao lưu: ${manifest.made_at}; ${contentsOf(manifest)}`)
  say(FIGURES.map(([table, title]) => `${rows.get(table) ?? 0} ${title}`).join(", "))
}

/** Throws an OperatorError unless the file is whole, fits this code and has an empty place to go to. */
export async function checkRestore(places: Places, file: string): Promise<Manifest> {
  const manifest = await step("Kiểm tra tệp sao lưu", () => verifyBackup(file))
  requireKnownMigrations(manifest)
  await requireEmptyTarget(places)
  return manifest
}

/** Everything that belongs together: when this is through, nothing is missing but the search. */
async function fill(
  settings: Settings,
  services: Services,
  file: string,
  manifest: Manifest,
): Promise<void> {
  await migrate(settings, services)
  await withDatabase(services.databaseUrl, async (client) => {
    await requireSameMigrations(client, manifest)
    await step("Nạp dữ liệu từ bản sao lưu", () => loadTables(client, file, manifest))
  })
  await markRestored(settings, services)
  removeMarker(settings.dataDir)
}

/** What was half done is put right, the search made anew, everything looked over. True when it is sound. */
async function check(settings: Settings, services: Services): Promise<boolean> {
  try {
    await resume(settings, services)
    const { isClean, report } = await step("Đối chiếu bất biến (reconcile)", () =>
      reconcile(settings, services),
    )
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    if (!isClean)
      say(
        "Dữ liệu đã được phục hồi đủ. Các khác biệt trên có từ lúc sao lưu, cách xử lý: docs/reconcile.md",
      )
    return isClean
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new OperatorError(`${detail}\n${ONLY_SEARCH_IS_LEFT}`)
  }
}

/** @returns the exit code: 0 when the restored shop is whole and sound. */
export async function restore(
  places: Places,
  file: string,
  manifest: Manifest,
): Promise<number> {
  const end = askedToEnd()
  mkdirSync(places.dataDir, { recursive: true })
  ownDataDir(places.dataDir, "restore")
  await removeUnfinished(places)
  writeMarker(places.dataDir, { mediaDir: places.mediaDir })
  let stop = async (): Promise<void> => undefined
  const work = async (): Promise<number> => {
    await step("Chép ảnh, tài khoản và bí mật", () =>
      extractFiles(file, manifest, places),
    )
    // Not earlier: where there are no secrets it makes some.
    const settings = readSettings(process.env)
    stop = () => stopServices(settings)
    const services = await startServices(settings)
    await fill(settings, services, file, manifest)
    sayFigures(manifest)
    return (await check(settings, services)) ? 0 : 1
  }
  try {
    return await Promise.race([
      work(),
      end.then(() => {
        say(
          readMarker(places.dataDir)
            ? "Bị dừng giữa chừng: chạy lại lệnh này để làm lại từ đầu."
            : ONLY_SEARCH_IS_LEFT,
        )
        return 130
      }),
    ])
  } catch (error) {
    // Once everything is there the marker is gone, and nothing is taken away.
    await removeUnfinished(places)
    throw error
  } finally {
    await stop()
  }
}
