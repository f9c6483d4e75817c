/** `npm run backup -- FILE`: everything that must survive, in one file; the shop may be running. */
import { existsSync } from "node:fs"

import { fileArgument } from "../backup/arguments"
import { backUp, requireWritable } from "../backup/backup"
import { readPlaces, readSettings } from "../env"
import { main, OperatorError } from "../lib/say"
import { askedToEnd } from "../lib/shutdown"
import { secretsFile } from "../secrets"
import { withServices } from "../services/borrowed"

await main(async () => {
  const file = fileArgument("backup", process.argv.slice(2))
  const places = readPlaces(process.env)
  requireWritable(places, file)
  const { databaseUrl, dataDir } = places
  if (databaseUrl) {
    const made = backUp(places, databaseUrl, file).then(() => 0)
    return Promise.race([made, askedToEnd().then(() => 130)])
  }
  // Reading the settings would make a new, empty installation.
  if (!existsSync(secretsFile(dataDir)))
    throw new OperatorError(`Chưa có dữ liệu nào ở ${dataDir}. Kiểm tra biến DATA_DIR.`)
  return withServices(readSettings(process.env), "backup", async (services) => {
    await backUp(places, services.databaseUrl, file)
    return 0
  })
})
