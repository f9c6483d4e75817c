/** The last entry of a backup: what is in it, and of which schema. */
import { z } from "zod"

/** Goes up when an older restore could not read what a newer backup writes. */
export const FORMAT = 1

const count = z.int().nonnegative()
/** PostgreSQL's own limit. */
const identifier = z.string().min(1).max(63)
const names = z.array(z.string().min(1).max(300))

const migrations = z.strictObject({ modules: names, links: names, scripts: names })
export type Migrations = z.infer<typeof migrations>

const entry = z.strictObject({
  name: z.string().min(1),
  size: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Entry = z.infer<typeof entry>

const manifest = z.strictObject({
  format: z.literal(FORMAT),
  made_at: z.iso.datetime(),
  /** Of the code that made it; null outside a Git checkout. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  postgres: z.string(),
  migrations,
  tables: z.array(
    z.strictObject({ name: identifier, columns: z.array(identifier), rows: count }),
  ),
  sequences: z.array(
    z.strictObject({
      name: identifier,
      // A string: it may be larger than what a JSON number keeps.
      last_value: z.string().regex(/^-?\d{1,19}$/),
      is_called: z.boolean(),
    }),
  ),
  /** All others, in the order in which they lie in the file. */
  entries: z.array(entry),
})
export type Manifest = z.infer<typeof manifest>

/** @throws when it is not the manifest of this format. */
export const parseManifest = (text: string): Manifest => manifest.parse(JSON.parse(text))

export const rowsIn = ({ tables }: Manifest): number =>
  tables.reduce((sum, { rows }) => sum + rows, 0)
