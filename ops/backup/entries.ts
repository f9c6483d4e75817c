/** The names that entries of a backup may have. Anything else is refused, so nothing can be written elsewhere. */

/** The first entry; its content is the format's number. */
export const FORMAT_ENTRY = "ocop-backup"
export const SECRETS_ENTRY = "secrets.json"
export const ACCOUNTS_ENTRY = "accounts.json"
/** The last entry. */
export const MANIFEST_ENTRY = "manifest.json"

const MEBIBYTE = 1024 * 1024
const GIBIBYTE = 1024 * MEBIBYTE

/** The file module's two folders: what everybody may see, and exports with customers' data. */
export const FOLDERS = ["media", "media-private"] as const
export type Folder = (typeof FOLDERS)[number]

export type EntryKind =
  | { is: "format" | "secrets" | "accounts" | "manifest" }
  | { is: "file"; folder: Folder; path: string }
  | { is: "rows"; table: string }

const FIXED: Readonly<Record<string, EntryKind>> = {
  [FORMAT_ENTRY]: { is: "format" },
  [SECRETS_ENTRY]: { is: "secrets" },
  [ACCOUNTS_ENTRY]: { is: "accounts" },
  [MANIFEST_ENTRY]: { is: "manifest" },
}

/** A name inside a folder: no way up or out, nothing that only some systems read as a separator. */
function isPlain(segment: string): boolean {
  return (
    segment !== "" &&
    segment !== "." &&
    segment !== ".." &&
    !/[\\\u0000-\u001f]/.test(segment) &&
    Buffer.byteLength(segment) <= 255
  )
}

export const rowsEntry = (table: string, part: number): string =>
  `tables/${table}/${String(part).padStart(6, "0")}`

export const fileEntry = (folder: Folder, path: string): string => `${folder}/${path}`

/** What an entry is; null when a backup has no such entry. */
export function entryKind(name: string): EntryKind | null {
  if (Object.hasOwn(FIXED, name)) return FIXED[name] ?? null
  const [first, ...segments] = name.split("/")
  if (segments.length === 0 || !segments.every(isPlain)) return null
  const folder = FOLDERS.find((each) => each === first)
  if (folder) return { is: "file", folder, path: segments.join("/") }
  const [table, part, ...more] = segments
  const isRows = first === "tables" && more.length === 0 && /^\d{6,}$/.test(part ?? "")
  return isRows && table ? { is: "rows", table } : null
}

/** How large an entry may be; the small ones are read into memory. */
export function sizeLimit(kind: EntryKind): number {
  switch (kind.is) {
    case "format":
      return 64
    case "secrets":
    case "accounts":
      return MEBIBYTE
    case "manifest":
      return 128 * MEBIBYTE
    case "file":
    case "rows":
      return 4 * GIBIBYTE
  }
}
