/**
 * `npm run reconcile`: the differences as JSON on stdout, and nothing else there; exit 1 if there
 * are any. `-- --mend` first sets the balances of stock to what the ledger says; `-- --at-once`
 * reports also what might be an order under way.
 */
import { migrate } from "../database"
import { readSettings } from "../env"
import { main, OperatorError } from "../lib/say"
import { reconcile, RECONCILE_OPTIONS } from "../reconcile"
import { withServices } from "../services/borrowed"

await main(async () => {
  const args = process.argv.slice(2)
  const options = RECONCILE_OPTIONS.filter((option) => args.includes(`--${option}`))
  if (options.length !== args.length)
    throw new OperatorError("Cách dùng: npm run reconcile [-- --mend] [--at-once]")
  const settings = readSettings(process.env)
  return withServices(settings, "reconcile", async (services) => {
    await migrate(settings, services)
    const { isClean, report } = await reconcile(settings, services, options)
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
    return isClean ? 0 : 1
  })
})
