/** Demo accounts with random passwords, kept in DATA_DIR/accounts.json (mode 600). */
import { randomBytes } from "node:crypto"
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import path from "node:path"
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { z } from "zod"

const account = z.object({ email: z.string(), password: z.string() })
const accountsFile = z.looseObject({
  admin: account.optional(),
  department: account.optional(),
  staff: z.array(z.unknown()).default([]),
})

/** Addresses under a domain that can never receive mail. */
const USERS = [
  { key: "admin", email: "admin@ocop.example", first_name: "Quản trị" },
  {
    key: "department",
    email: "so-cong-thuong@ocop.example",
    first_name: "Sở Công Thương",
  },
] as const

const newPassword = (): string => randomBytes(18).toString("base64url")

/** Makes the account, or gives an existing one the password where only that was lost. */
async function setPassword(
  container: MedusaContainer,
  user: (typeof USERS)[number],
  password: string,
): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const users = container.resolve(Modules.USER)
  const [known] = await users.listUsers({ email: user.email }, { take: 1 })
  if (known) {
    const updated = await auth.updateProvider("emailpass", {
      entity_id: user.email,
      password,
    })
    if (!updated.success) throw new Error(updated.error ?? "The password was not set")
    return
  }
  const { success, authIdentity, error } = await auth.register("emailpass", {
    body: { email: user.email, password },
  })
  if (!success || !authIdentity) throw new Error(error ?? "The account was not created")
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: authIdentity.id,
      userData: { email: user.email, first_name: user.first_name },
    },
  })
}

/** Written aside and renamed, so that a crash leaves the old file or the new one. */
function save(file: string, content: z.output<typeof accountsFile>): void {
  const next = `${file}.${process.pid}`
  writeFileSync(next, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(next, file)
  chmodSync(file, 0o600)
}

/** Accounts that are in the file and in the database stay as they are. */
export async function openAccounts(
  container: MedusaContainer,
  dataDir: string,
): Promise<void> {
  const file = path.join(dataDir, "accounts.json")
  const content = accountsFile.parse(
    existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {},
  )
  const users = container.resolve(Modules.USER)
  for (const user of USERS) {
    const kept = content[user.key]
    const known = await users.listUsers({ email: user.email }, { take: 1 })
    if (kept && known.length > 0) continue
    const password = kept?.password ?? newPassword()
    await setPassword(container, user, password)
    content[user.key] = { email: user.email, password }
    save(file, content)
  }
}
