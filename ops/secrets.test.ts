import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterEach, beforeEach, expect, it } from "vitest"

import { embeddedSecrets } from "./secrets"

let dataDir = ""
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "ocop-secrets-"))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const file = () => path.join(dataDir, "secrets.json")

it("is readable by its owner only, also after somebody widened it", () => {
  const made = embeddedSecrets(dataDir)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  chmodSync(file(), 0o644)
  expect(embeddedSecrets(dataDir)).toEqual(made)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
})

it("adds a secret that an older version did not have and leaves the others", () => {
  const JWT_SECRET = "j".repeat(43)
  writeFileSync(file(), JSON.stringify({ JWT_SECRET }))
  const secrets = embeddedSecrets(dataDir)
  expect(secrets.JWT_SECRET).toBe(JWT_SECRET)
  expect(embeddedSecrets(dataDir)).toEqual(secrets)
})

it("does not replace a damaged file: the database was made with what it held", () => {
  writeFileSync(file(), "{")
  expect(() => embeddedSecrets(dataDir)).toThrow(/secrets\.json/)
})
