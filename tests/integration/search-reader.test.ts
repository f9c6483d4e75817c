/**
 * The projection reads its products by a statement of its own. An upgrade of the framework may change
 * what that statement knows of its tables: the graph is the judge.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { z } from "zod"
import { counted } from "../support/database"
import { runInBackend } from "../support/own-backend"

const document = z.record(z.string(), z.unknown()).nullable()
const pairs = z.array(z.object({ id: z.string(), own: document, graph: document }))

let folder: string
let compared: z.infer<typeof pairs>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ocop-readers-"))
  const file = join(folder, "pairs.json")
  await runInBackend("compare-readers.mjs", file)
  compared = pairs.parse(JSON.parse(await readFile(file, "utf8")))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it("every product of the database was read by both", async () => {
  const stored = await counted("select count(*) from product where deleted_at is null")
  expect(compared).toHaveLength(stored)
  expect(compared.filter(({ graph }) => graph !== null).length).toBeGreaterThan(200)
})

it("the documents of both are the same", () => {
  const differing = compared.filter(
    ({ own, graph }) => JSON.stringify(own) !== JSON.stringify(graph),
  )
  expect(differing[0]?.own).toEqual(differing[0]?.graph)
  expect(differing).toHaveLength(0)
})
