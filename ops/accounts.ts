/** The demo accounts, which the seed writes to DATA_DIR/accounts.json (mode 600). */
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { z } from "zod"

const account = z.object({ email: z.string(), password: z.string() })
const accounts = z.object({
  admin: account.optional(),
  department: account.optional(),
  staff: z
    .array(account.extend({ showroom: z.string(), pin: z.string(), role: z.string() }))
    .optional(),
})

export function accountsFile(dataDir: string): string {
  return path.join(dataDir, "accounts.json")
}

/** The accounts as lines for the screen; empty when none were made. */
export function accountLines(dataDir: string): string[] {
  const file = accountsFile(dataDir)
  if (!existsSync(file)) return []
  const { admin, department, staff } = accounts.parse(
    JSON.parse(readFileSync(file, "utf8")),
  )
  const line = (title: string, one: z.infer<typeof account> | undefined) =>
    one ? [`${title}: ${one.email} / ${one.password}`] : []
  return [
    ...line("Quản trị", admin),
    ...line("Sở Công Thương", department),
    ...(staff ?? []).flatMap((one) => line(`${one.showroom} (${one.role})`, one)),
  ]
}
