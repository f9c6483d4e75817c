import { expect, it } from "vitest"

import { parseManifest, rowsIn, type Manifest } from "./manifest"

const manifest: Manifest = {
  format: 1,
  made_at: "2026-11-25T15:50:41.783Z",
  commit: null,
  postgres: "18.4",
  migrations: { modules: ["Migration20240307161216"], links: [], scripts: [] },
  tables: [
    { name: "order", columns: ["id", "total"], rows: 2 },
    { name: "cart", columns: ["id"], rows: 3 },
  ],
  sequences: [
    { name: "order_display_id_seq", last_value: "9007199254740993", is_called: true },
  ],
  entries: [{ name: "ocop-backup", size: 2, sha256: "a".repeat(64) }],
}

it("is read as it was written", () => {
  expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest)
  expect(rowsIn(manifest)).toBe(5)
})

it.each([
  ["another format", { format: 2 }],
  ["something unknown", { extra: true }],
  ["a moment that is none", { made_at: "yesterday" }],
  ["a commit that could be an option of git", { commit: "--upload-pack=x" }],
  ["rows below zero", { tables: [{ name: "order", columns: ["id"], rows: -1 }] }],
  [
    "a sequence that is no number",
    { sequences: [{ name: "s", last_value: "1; drop", is_called: true }] },
  ],
  ["a checksum that is none", { entries: [{ name: "a", size: 1, sha256: "abc" }] }],
])("is refused with %s", (_, change) => {
  expect(() => parseManifest(JSON.stringify({ ...manifest, ...change }))).toThrow()
})

it("is refused when it is no JSON", () => {
  expect(() => parseManifest("{")).toThrow()
})
