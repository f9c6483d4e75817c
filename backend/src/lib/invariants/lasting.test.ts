import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { lasting, type Certainty, type Sighting } from "./lasting"

const seen = (certainty: Certainty, subject: string): Sighting => ({
  ...{ certainty, subject, kind: "test", invariant: "I0" },
  ...{ message: "khác", size: 1, mend: "sửa" },
})

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** What is reported when one look after the other shows this; the last one goes on. */
async function reported(...looks: Sighting[][]): Promise<string[]> {
  const look = vi.fn(() => Promise.resolve(looks[0] ?? []))
  for (const one of looks.slice(0, -1)) look.mockResolvedValueOnce(one)
  look.mockResolvedValue(looks.at(-1) ?? [])
  const answer = lasting(look, 2_000, 500)
  await vi.runAllTimersAsync()
  return (await answer).map(({ subject }) => subject)
}

it("looks once at a sound shop, and once when there are only facts", async () => {
  for (const found of [[], [seen("fact", "a")]]) {
    const look = vi.fn(() => Promise.resolve(found))
    expect(await lasting(look, 60_000, 500)).toHaveLength(found.length)
    expect(look).toHaveBeenCalledOnce()
  }
})

it("reports what stays, not what was under way", async () => {
  const [a, b] = [seen("doubtful", "a"), seen("doubtful", "b")]
  expect(await reported([a, b], [a])).toEqual(["a"])
  expect(await reported([a], [])).toEqual([])
})

it("does not take two orders under way for one that hangs", async () =>
  expect(
    await reported(
      [seen("doubtful", "a")],
      [seen("doubtful", "b")],
      [seen("doubtful", "c")],
      [seen("doubtful", "d")],
    ),
  ).toEqual([]))

it("waits for what is on its way and never reports it", async () => {
  expect(await reported([seen("awaited", "a")])).toEqual([])
  expect(await reported([seen("awaited", "a")], [seen("doubtful", "a")])).toEqual(["a"])
})

it("reports a fact of the last look at once", async () =>
  expect(await reported([seen("doubtful", "a")], [seen("fact", "b")])).toEqual(["b"]))

it("hands on differences, not how sure it was of them", async () =>
  expect(await lasting(() => Promise.resolve([seen("fact", "a")]), 0, 500)).toEqual([
    {
      ...{ invariant: "I0", kind: "test", subject: "a" },
      ...{ message: "khác", size: 1, mend: "sửa" },
    },
  ]))
