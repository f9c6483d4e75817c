import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { afterEach, beforeEach, describe, expect, it } from "vitest"

import {
  isStamped,
  makeStamped,
  readDatabaseStamps,
  sourceHash,
  writeDatabaseStamps,
} from "./stamps"

let root = ""
const put = (name: string, content: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), content)
}
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "ocop-stamps-"))
  put("lock.json", "{}")
  put("app/a.ts", "one")
  put("app/b/c.ts", "two")
})
afterEach(() => rmSync(root, { recursive: true }))

describe("the hash of the sources", () => {
  const hash = () => sourceHash(root, ["lock.json", "app", "absent"])

  it("changes with a content, a name or a listed file", () => {
    const seen = new Set([hash()])
    put("app/a.ts", "three")
    seen.add(hash())
    put("lock.json", "{ }")
    seen.add(hash())
    put("app/d.ts", "")
    seen.add(hash())
    expect(seen.size).toBe(4)
  })

  it("tells where one file ends and the next begins", () => {
    const before = hash()
    put("app/a.ts", "onetwo")
    put("app/b/c.ts", "")
    expect(hash()).not.toBe(before)
  })

  it("ignores what is made from them, packages and tests", () => {
    const before = hash()
    put("app/build/out.js", "x")
    put("app/.medusa/server/x.js", "x")
    put("app/node_modules/p/index.js", "x")
    put("app/a.test.ts", "x")
    expect(hash()).toBe(before)
  })
})

describe("a stamp", () => {
  const file = () => path.join(root, "out", "stamp")

  it("is there only after the making came to its end", async () => {
    await makeStamped(file(), "h1", () => Promise.resolve())
    expect(isStamped(file(), "h1")).toBe(true)
    expect(isStamped(file(), "h2")).toBe(false)
    await expect(
      makeStamped(file(), "h1", () => Promise.reject(new Error("broken"))),
    ).rejects.toThrow("broken")
    expect(existsSync(file())).toBe(false)
  })

  it("of one database does not count for another", () => {
    writeDatabaseStamps(root, { database: "1/ocop", migrated: "h", seeded: "demo" })
    expect(readDatabaseStamps(root, "1/ocop").seeded).toBe("demo")
    expect(readDatabaseStamps(root, "2/ocop")).toEqual({ database: "2/ocop" })
  })
})
