/** DATA_DIR/secrets.json (mode 600): random secrets of the embedded default, made once. */
import { randomBytes } from "node:crypto"
import {
  chmodSync,
  existsSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"

import { z } from "zod"

import { OperatorError } from "./lib/say"

const stored = z.object({
  JWT_SECRET: z.string().min(32),
  COOKIE_SECRET: z.string().min(32),
  SESSION_SECRET: z.string().min(32),
  STOREFRONT_SECRET: z.string().min(32),
  MEILISEARCH_API_KEY: z.string().min(32),
  POSTGRES_PASSWORD: z.string().min(32),
})

export type Secrets = z.infer<typeof stored>

function random(): string {
  return randomBytes(32).toString("base64url")
}

function readStored(file: string): Partial<Secrets> {
  if (!existsSync(file)) return {}
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
  try {
    return stored.partial().parse(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    // Made anew they would lock us out of the database that was made with the old ones.
    throw new OperatorError(
      `Không đọc được ${file}. Khôi phục tệp này từ bản sao lưu, hoặc xoá cả thư mục dữ liệu để bắt đầu lại.`,
    )
  }
}

export function secretsFile(dataDir: string): string {
  return path.join(dataDir, "secrets.json")
}

/** The secrets of this data directory; what is missing is made and kept. */
export function embeddedSecrets(dataDir: string): Secrets {
  const file = secretsFile(dataDir)
  const known = readStored(file)
  const secrets: Secrets = {
    JWT_SECRET: known.JWT_SECRET ?? random(),
    COOKIE_SECRET: known.COOKIE_SECRET ?? random(),
    SESSION_SECRET: known.SESSION_SECRET ?? random(),
    STOREFRONT_SECRET: known.STOREFRONT_SECRET ?? random(),
    MEILISEARCH_API_KEY: known.MEILISEARCH_API_KEY ?? random(),
    POSTGRES_PASSWORD: known.POSTGRES_PASSWORD ?? random(),
  }
  if (Object.keys(known).length < Object.keys(secrets).length) {
    const next = `${file}.${process.pid}`
    writeFileSync(next, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    renameSync(next, file)
  }
  return secrets
}
