import { expect, it } from "vitest"

import { entryKind, fileEntry, rowsEntry } from "./entries"

it("knows what a backup is made of", () => {
  expect(entryKind("ocop-backup")).toEqual({ is: "format" })
  expect(entryKind("secrets.json")).toEqual({ is: "secrets" })
  expect(entryKind("accounts.json")).toEqual({ is: "accounts" })
  expect(entryKind("manifest.json")).toEqual({ is: "manifest" })
  expect(entryKind(rowsEntry("order", 1))).toEqual({ is: "rows", table: "order" })
  expect(entryKind(fileEntry("media", "ảnh/mắm nhỉ.webp"))).toEqual({
    is: "file",
    folder: "media",
    path: "ảnh/mắm nhỉ.webp",
  })
  expect(entryKind("media-private/private-1.csv")).toEqual({
    is: "file",
    folder: "media-private",
    path: "private-1.csv",
  })
})

it.each([
  "",
  "/etc/passwd",
  "../secrets.json",
  "media",
  "media/",
  "media/../secrets.json",
  "media/a/../../secrets.json",
  "media//a",
  "media/./a",
  "media/a\\..\\b",
  "media/a\u0000b",
  `media/${"a".repeat(256)}`,
  "media-public/a",
  "postgres/PG_VERSION",
  "tables/order",
  "tables/order/1/2",
  "tables/order/rows",
  "toString",
  "__proto__",
])("knows nothing of %j", (name) => {
  expect(entryKind(name)).toBeNull()
})
