/** What stands in for the outside world in tests: card payments go to a server of the tests. */
import { randomBytes } from "node:crypto"
import path from "node:path"
import { pathToFileURL } from "node:url"

import { freePort } from "../lib/net"
import { ROOT } from "../lib/paths"

/** For the backend under test; the server itself is started by the tests that need it. */
export const OUTSIDE_IMPORTS = [
  pathToFileURL(path.join(ROOT, "tests", "support", "stripe-host.mjs")).href,
]

/** Puts the variables of card payments into the environment that backend and tests inherit. */
export async function prepareOutside(): Promise<void> {
  Object.assign(process.env, {
    STRIPE_API_KEY: `sk_test_${randomBytes(12).toString("hex")}`,
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(16).toString("hex")}`,
    STRIPE_SERVER_PORT: String(await freePort()),
  })
}
