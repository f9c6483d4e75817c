/**
 * A backup of the shop while it runs, put on an empty machine: the two say the same, and whoever
 * sends again what is newer than the backup has it posted once.
 */
import { randomUUID } from "node:crypto"
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { stockDocument, stockDocumentResponse } from "@ocop/backend/contracts/stock"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { postStockDocument } from "../../backend/src/modules/inventory/ledger/documents"
import {
  holdForCart,
  releaseHolds,
} from "../../backend/src/modules/inventory/ledger/holds"
import { freePort } from "../../ops/lib/net"
import { embeddedSecrets } from "../../ops/secrets"
import { startMeilisearch, stopMeilisearch } from "../../ops/services/meilisearch"
import { startPostgres, stopPostgres } from "../../ops/services/postgres"
import { newPhoto } from "../support/attachments"
import { admin } from "../support/backend"
import {
  contentsOf,
  documentsOf,
  filesOf,
  newestEntry,
  operate,
  source,
  type Outcome,
} from "../support/backup"
import { rows } from "../support/database"
import { env } from "../support/env"
import { newGoods } from "../support/own-goods"
import { nonsense } from "../support/searched-words"
import { batchOf, searchedOnce, sendBatch } from "../support/searches"

/** A restore migrates and indexes a whole shop. */
const RESTORE_MS = 240_000

const machine = mkdtempSync(join(tmpdir(), "ocop-restored-"))
// The database server may run as another user, who has to get in.
chmodSync(machine, 0o711)
const file = join(machine, "shop.backup")
const restored = { dataDir: join(machine, "data"), databaseUrl: "", host: "" }

const secretsOf = (dataDir: string) => readFileSync(join(dataDir, "secrets.json"), "utf8")
const accountsOf = (dataDir: string) =>
  readFileSync(join(dataDir, "accounts.json"), "utf8")

/** An export of the staff, which only the private folder holds. */
const EXPORT = join(`${source.mediaDir}-private`, `private-${randomUUID()}.csv`)

const receipt = (item: string, location: string, quantity: number) => ({
  id: randomUUID(),
  kind: "receipt",
  location_id: location,
  lines: [{ inventory_item_id: item, quantity, lot: { code: `LÔ-${quantity}` } }],
})
type Receipt = ReturnType<typeof receipt> & { attachments?: string[] }

const send = (document: Receipt) =>
  admin("/admin/stock/documents", stockDocumentResponse, {
    method: "POST",
    body: document,
  })

let before: {
  lastEntry: string
  contents: Awaited<ReturnType<typeof contentsOf>>
  documents: Awaited<ReturnType<typeof documentsOf>>
}

/** Between two equal looks at the shop: its jobs write now and then, also while nobody buys. */
async function backUpQuietly(): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(file, { force: true })
    const lastEntry = await newestEntry(env.DATABASE_URL)
    const contents = await contentsOf(env.DATABASE_URL, lastEntry)
    const made = await operate("backup", file, { DATA_DIR: env.DATA_DIR })
    const after = await contentsOf(env.DATABASE_URL, await newestEntry(env.DATABASE_URL))
    const documents = await documentsOf(env.DATABASE_URL, source.engine)
    before = { lastEntry, contents, documents }
    if (attempt === 5 || JSON.stringify(contents) === JSON.stringify(after)) return made
  }
}

/** A cart that is just being ordered while the backup is made. */
const underWay = `cart_${randomUUID()}`
const HELD = 2

/** Runs `work` with the stock's own commands on a database. */
async function withStock<Result>(
  databaseUrl: string,
  work: (connection: Knex) => Promise<Result>,
): Promise<Result> {
  const connection = knex({ client: "pg", connection: databaseUrl })
  try {
    return await work(connection)
  } finally {
    await connection.destroy()
  }
}

const hold = (item: string, location: string) =>
  withStock(env.DATABASE_URL, (connection) =>
    holdForCart(connection, {
      cartId: underWay,
      lines: [{ line_item_id: randomUUID(), inventory_item_id: item, quantity: HELD }],
      destination: {
        pickupLocationId: location,
        points: [{ locationId: location, rank: 0 }],
      },
    }),
  )

let goods: Awaited<ReturnType<typeof newGoods>>
let older: Receipt
let newer: Receipt
let made: Outcome

beforeAll(async () => {
  mkdirSync(`${source.mediaDir}-private`, { recursive: true })
  writeFileSync(EXPORT, "Họ tên,Điện thoại\n")
  goods = await newGoods(5)
  older = { ...receipt(goods.item, goods.location, 7), attachments: [await newPhoto()] }
  newer = receipt(goods.item, goods.location, 11)
  await send(older)
  await sendBatch(batchOf(searchedOnce(nonsense())))
  await hold(goods.item, goods.location)
  made = await backUpQuietly()
  await withStock(env.DATABASE_URL, (connection) => releaseHolds(connection, underWay))
  await send(newer)
}, RESTORE_MS)

afterAll(async () => {
  await stopMeilisearch(restored.dataDir)
  await stopPostgres(restored.dataDir)
  rmSync(machine, { recursive: true, force: true, maxRetries: 3 })
  rmSync(EXPORT, { force: true })
})

describe("the backup of a running shop", () => {
  it("is one file for its owner's eyes, and says nothing secret while it is made", () => {
    expect(made).toMatchObject({ code: 0, stdout: "" })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const { admin: account } = z
      .object({ admin: z.object({ password: z.string() }) })
      .parse(JSON.parse(accountsOf(env.DATA_DIR)))
    for (const secret of [
      account.password,
      ...Object.values(embeddedSecrets(env.DATA_DIR)),
    ])
      expect(made.stderr).not.toContain(secret)
  })

  it("leaves out no table that a kept one refers to", async () => {
    const references = await rows(
      z.object({ source: z.string(), target: z.string() }),
      `select conrelid::regclass::text as source, confrelid::regclass::text as target
         from pg_constraint where contype = 'f'`,
    )
    const plain = (name: string) => name.replaceAll('"', "")
    const kept = Object.keys(before.contents)
    const dangling = references.filter(
      ({ source: from, target }) =>
        kept.includes(plain(from)) && !kept.includes(plain(target)),
    )
    expect(dangling).toEqual([])
  })

  it("is not put over a shop that is there: nothing is written", async () => {
    const nowhere = join(machine, "refused")
    const refused = await operate("restore", file, {
      ...embeddedSecrets(env.DATA_DIR),
      DATA_DIR: nowhere,
      DATABASE_URL: env.DATABASE_URL,
      MEILISEARCH_HOST: env.MEILISEARCH_HOST,
      MEILISEARCH_API_KEY: env.MEILISEARCH_API_KEY,
    })
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/Cơ sở dữ liệu đích đã có dữ liệu.*DATABASE_URL/)
    expect(existsSync(nowhere)).toBe(false)
  })
})

describe("on an empty machine", () => {
  let outcome: Outcome

  beforeAll(async () => {
    outcome = await operate("restore", file, {
      DATA_DIR: restored.dataDir,
      PORT: String(await freePort()),
      BACKEND_PORT: String(await freePort()),
    })
    if (outcome.code !== 0) throw new Error(outcome.stderr)
    restored.databaseUrl = (await startPostgres(restored)).url
    restored.host = (await startMeilisearch(restored)).host
  }, RESTORE_MS)

  it("ends sound by the invariants, with no trace of being under way", () => {
    expect(JSON.parse(outcome.stdout)).toEqual({ differences: [] })
    expect(existsSync(join(restored.dataDir, "restore.json"))).toBe(false)
  })

  it("every table says what it said", async () => {
    const { contents } = before
    expect(contents.stock_entry?.rows).toBeGreaterThan(0)
    expect(contents.ocop_recognition?.rows).toBeGreaterThan(0)
    expect(contents.search_log?.rows).toBeGreaterThan(0)
    expect(contents.stock_document_attachment?.rows).toBeGreaterThan(0)
    expect(await contentsOf(restored.databaseUrl, before.lastEntry)).toEqual(contents)
  })

  it("pictures, exports, accounts and secrets are the same", () => {
    const media = join(restored.dataDir, "media")
    expect(filesOf(media)).toEqual(filesOf(source.mediaDir))
    const restoredFiles = filesOf(`${media}-private`)
    expect(restoredFiles).toEqual(filesOf(`${source.mediaDir}-private`))
    const photo = older.attachments?.[0] ?? "none"
    expect(
      Object.keys(restoredFiles).filter((name) => name.includes(photo)),
    ).toHaveLength(1)
    expect(secretsOf(restored.dataDir)).toBe(secretsOf(env.DATA_DIR))
    expect(accountsOf(restored.dataDir)).toBe(accountsOf(env.DATA_DIR))
    for (const name of ["secrets.json", "accounts.json"])
      expect(statSync(join(restored.dataDir, name)).mode & 0o777).toBe(0o600)
  })

  it("both search engines hold as many documents", async () => {
    const key = embeddedSecrets(restored.dataDir).MEILISEARCH_API_KEY
    const documents = await documentsOf(restored.databaseUrl, {
      host: restored.host,
      key,
    })
    expect(documents).toEqual(before.documents)
    expect(documents.meilisearch).toBeGreaterThan(0)
  })

  it("what was under way at the moment of the backup holds no goods", async () => {
    const reserved = await withStock(restored.databaseUrl, (connection) =>
      connection("stock_balance")
        .where({ inventory_item_id: goods.item })
        .sum({ reserved: "reserved" }),
    )
    expect(Number(reserved[0]?.reserved)).toBe(0)
  })

  describe("a counter sends again what is newer", () => {
    let connection: Knex
    beforeAll(() => {
      connection = knex({ client: "pg", connection: restored.databaseUrl })
    })
    afterAll(() => connection.destroy())

    const post = (document: Receipt) =>
      postStockDocument(connection, stockDocument.parse(document), { photoFrom: 0 })
    const ledger = async () => {
      const { stock_entry, stock_document } = await contentsOf(
        restored.databaseUrl,
        await newestEntry(restored.databaseUrl),
      )
      return { entries: stock_entry?.rows ?? 0, documents: stock_document?.rows ?? 0 }
    }
    const onHand = async () => {
      const found = await connection("stock_balance")
        .where({ inventory_item_id: goods.item })
        .sum({ on_hand: "on_hand" })
      return Number(found[0]?.on_hand)
    }

    it("what the backup has is answered and not written again", async () => {
      const stood = await ledger()
      expect(await post(older)).toMatchObject({ id: older.id, replayed: true })
      expect(await ledger()).toEqual(stood)
      expect(await onHand()).toBe(12)
    })

    it("what it has not is posted once, however often it comes", async () => {
      const stood = await ledger()
      expect(await post(newer)).toMatchObject({ id: newer.id, replayed: false })
      expect(await post(newer)).toMatchObject({ id: newer.id, replayed: true })
      expect(await ledger()).toEqual({
        entries: stood.entries + 1,
        documents: stood.documents + 1,
      })
      expect(await onHand()).toBe(23)
    })
  })
})
