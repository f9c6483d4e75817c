import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterEach, beforeEach, expect, it } from "vitest"

import type { Places } from "../env"
import { refuseUnfinished, writeMarker } from "./marker"
import { removeUnfinished, requireEmptyTarget } from "./target"

let base: string
let places: Places

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), "ocop-target-"))
  const dataDir = path.join(base, "data")
  places = { dataDir, mediaDir: path.join(dataDir, "media"), databaseUrl: undefined }
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

function put(...names: string[]): void {
  const file = path.join(places.dataDir, ...names)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, "{}")
}

it("goes where nothing is, and makes nothing while it looks", async () => {
  await requireEmptyTarget(places)
  expect(readdirSync(base)).toEqual([])
})

it("does not mind logs and empty folders", async () => {
  put("logs", "migrate.log")
  mkdirSync(places.mediaDir)
  await requireEmptyTarget(places)
})

it.each([
  ["secrets.json"],
  ["accounts.json"],
  ["postgres", "PG_VERSION"],
  ["postgres.path"],
  ["media", "a.webp"],
  ["media-private", "private-a.csv"],
])("refuses where %s is, names it and the way out", async (...names) => {
  put(...names)
  await expect(requireEmptyTarget(places)).rejects.toThrow(
    new RegExp(`${names[0]}.*DATA_DIR`),
  )
})

it("after an unfinished restore throws away what that made, and nothing else", async () => {
  mkdirSync(places.dataDir)
  writeMarker(places.dataDir, { mediaDir: places.mediaDir })
  put("secrets.json")
  put("postgres", "PG_VERSION")
  put("media", "pictures", "a.webp")
  put("media-private", "private-a.csv")
  put("logs", "migrate.log")
  put("notes.txt")
  await requireEmptyTarget(places)
  await removeUnfinished(places)
  expect(readdirSync(places.dataDir).sort()).toEqual([
    "logs",
    "media",
    "media-private",
    "notes.txt",
  ])
  expect(readdirSync(places.mediaDir)).toEqual([])
  await requireEmptyTarget(places)
})

it("throws no pictures away that were in another folder before", async () => {
  mkdirSync(places.dataDir)
  writeMarker(places.dataDir, { mediaDir: path.join(base, "elsewhere") })
  put("media", "a.webp")
  await expect(requireEmptyTarget(places)).rejects.toThrow("media")
  await removeUnfinished(places)
  expect(existsSync(path.join(places.mediaDir, "a.webp"))).toBe(true)
})

it("keeps every other command away from what is half restored", () => {
  mkdirSync(places.dataDir)
  refuseUnfinished(places.dataDir, "start")
  writeMarker(places.dataDir, { mediaDir: places.mediaDir })
  expect(() => refuseUnfinished(places.dataDir, "start")).toThrow("phục hồi dở")
  refuseUnfinished(places.dataDir, "restore")
})
