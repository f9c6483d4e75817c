/** Prints how long all checks of the database take, and the most memory that they needed. */
import { sightings, snapshot } from "../support/reconcile"

const started = performance.now()
const found = await snapshot(sightings)
process.stdout.write(
  JSON.stringify({
    milliseconds: performance.now() - started,
    megabytes: process.resourceUsage().maxRSS / 1024,
    differences: found.length,
  }),
)
