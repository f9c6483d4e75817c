/** `npm run reconcile`: the differences as JSON on stdout, and nothing else there; exit 1 if there are any. */
import { migrate } from "../database"
import { readSettings } from "../env"
import { main } from "../lib/say"
import { reconcile } from "../reconcile"
import { withServices } from "../services/borrowed"

await main(async () => {
  const settings = readSettings(process.env)
  return withServices(settings, "reconcile", async (services) => {
    await migrate(settings, services)
    const { isClean, report } = await reconcile(settings, services)
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    return isClean ? 0 : 1
  })
})
