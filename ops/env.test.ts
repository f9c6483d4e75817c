import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterEach, beforeEach, describe, expect, it } from "vitest"

import { missingSecrets, readSettings } from "./env"

const STRONG = "x".repeat(32)
const SECRETS = {
  JWT_SECRET: STRONG,
  COOKIE_SECRET: STRONG,
  SESSION_SECRET: STRONG,
  STOREFRONT_SECRET: STRONG,
}

let dataDir = ""
beforeEach(() => {
  dataDir = path.join(mkdtempSync(path.join(tmpdir(), "ocop env ")), "data")
})
afterEach(() => rmSync(path.dirname(dataDir), { recursive: true }))

describe("the embedded default", () => {
  it("needs nothing and makes strong secrets of its own", () => {
    const settings = readSettings({ DATA_DIR: dataDir })
    expect(settings.storeUrl).toBe("http://localhost:3000")
    expect(settings.backendUrl).toBe("http://localhost:9000")
    expect(settings.mediaDir).toBe(path.join(dataDir, "media"))
    expect(new Set(Object.values(settings.secrets)).size).toBe(4)
    for (const secret of Object.values(settings.secrets)) {
      expect(secret.length).toBeGreaterThanOrEqual(32)
    }
    expect(statSync(path.join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600)
  })

  it("keeps the secrets from one start to the next", () => {
    const first = readSettings({ DATA_DIR: dataDir })
    expect(readSettings({ DATA_DIR: dataDir })).toEqual(first)
  })

  it("takes an empty variable as an absent one", () => {
    const settings = readSettings({ DATA_DIR: dataDir, PORT: "", DATABASE_URL: "" })
    expect(settings.port).toBe(3000)
    expect(settings.postgres).toHaveProperty("password")
  })

  it("prefers a secret that was given", () => {
    const settings = readSettings({ DATA_DIR: dataDir, JWT_SECRET: STRONG })
    expect(settings.secrets.JWT_SECRET).toBe(STRONG)
  })
})

describe("services of somebody else", () => {
  const DATABASE_URL = "postgres://ocop:geheim@db.example:5432/ocop"
  const MEILISEARCH_HOST = "https://search.example"

  it("names every missing secret and makes none", () => {
    expect(missingSecrets({ DATABASE_URL })).toEqual(Object.keys(SECRETS))
    expect(missingSecrets({ ...SECRETS, MEILISEARCH_HOST })).toEqual([
      "MEILISEARCH_API_KEY",
    ])
    expect(() => readSettings({ DATA_DIR: dataDir, DATABASE_URL })).toThrow(
      /JWT_SECRET, COOKIE_SECRET, SESSION_SECRET, STOREFRONT_SECRET/,
    )
    expect(() => statSync(path.join(dataDir, "secrets.json"))).toThrow(/ENOENT/)
  })

  it("starts no embedded service when both are given", () => {
    const settings = readSettings({
      ...SECRETS,
      DATA_DIR: dataDir,
      DATABASE_URL,
      MEILISEARCH_HOST,
      MEILISEARCH_API_KEY: STRONG,
    })
    expect(settings.postgres).toEqual({ url: DATABASE_URL })
    expect(settings.meilisearch).toEqual({ host: MEILISEARCH_HOST, apiKey: STRONG })
  })
})

it.each([
  ["PORT", "70000"],
  ["PORT", "3000a"],
  ["DATABASE_URL", "mysql://db"],
  ["MEILISEARCH_HOST", "localhost:7700"],
  ["JWT_SECRET", "short"],
])("refuses %s=%s by name", (name, value) => {
  expect(() => readSettings({ DATA_DIR: dataDir, [name]: value })).toThrow(name)
})
