import { expect, it } from "vitest"

import type { Manifest } from "./manifest"
import { requireKnownMigrations } from "./migrations"

const manifest = (modules: string[], commit: string | null = null): Manifest => ({
  format: 1,
  made_at: "2026-11-25T15:50:41.783Z",
  commit,
  postgres: "18.4",
  migrations: { modules, links: [], scripts: [] },
  tables: [],
  sequences: [],
  entries: [],
})

const code = { ours: ["Migration1"], framework: ["Migration2", "Migration3"] }

it("takes a backup of this schema; the framework has more than is used", () => {
  requireKnownMigrations(manifest(["Migration1", "Migration2"]), code)
})

it("refuses one that is newer, and says what to do", () => {
  const newer = manifest(["Migration1", "Migration9"], "a".repeat(40))
  expect(() => requireKnownMigrations(newer, code)).toThrow(
    /chỉ có trong bản sao lưu: Migration9[^]*git checkout a{40}/,
  )
})

it("refuses one that is older", () => {
  expect(() => requireKnownMigrations(manifest(["Migration2"]), code)).toThrow(
    "chỉ có trong mã nguồn: Migration1",
  )
})

it("finds the migrations of this code", () => {
  const old = manifest(["Migration20240307161216"])
  expect(() => requireKnownMigrations(old)).toThrow("chỉ có trong mã nguồn: Migration2")
})
