/** `npm run reindex`: the search projection, rebuilt from the database. */
import { migrate, reindex } from "../database"
import { readSettings } from "../env"
import { main } from "../lib/say"
import { withServices } from "../services/borrowed"

await main(async () => {
  const settings = readSettings(process.env)
  return withServices(settings, "reindex", async (services) => {
    await migrate(settings, services)
    await reindex(settings, services)
    return 0
  })
})
