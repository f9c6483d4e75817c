/** `npm run seed -- --profile demo|empty|load --products N` */
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"

import { z } from "zod"

import { accountLines, accountsFile } from "../accounts"
import { migrate, PROFILES, seed } from "../database"
import { readSettings } from "../env"
import { main, OperatorError, say } from "../lib/say"
import { withServices } from "../services/borrowed"

const USAGE = "Cách dùng: npm run seed -- --profile demo|empty|load [--products N]"

const flags = z.object({
  profile: z.enum(PROFILES).default("demo"),
  products: z.coerce.number().int().min(1).max(1_000_000).optional(),
})

function readFlags(): z.infer<typeof flags> {
  try {
    const { values } = parseArgs({
      options: { profile: { type: "string" }, products: { type: "string" } },
    })
    return flags.parse(values)
  } catch {
    throw new OperatorError(USAGE)
  }
}

await main(async () => {
  const { profile, products } = readFlags()
  if (profile === "load" && products === undefined) throw new OperatorError(USAGE)
  const settings = readSettings(process.env)
  return withServices(settings, "seed", async (services) => {
    const hadAccounts = existsSync(accountsFile(settings.dataDir))
    await migrate(settings, services)
    await seed(settings, services, profile, products)
    if (!hadAccounts) for (const line of accountLines(settings.dataDir)) say(line)
    say(`Xong. Tài khoản: ${accountsFile(settings.dataDir)}`)
    return 0
  })
})
