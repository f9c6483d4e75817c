import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { KeyQueue, sortedKeys, type Place } from "./key-queue"

/** Enters, and notes the name once it is admitted. */
function enter(queue: KeyQueue, admitted: string[], name: string, keys: string[]): Place {
  const place = queue.enter(keys)
  void place.turn.then(() => admitted.push(name))
  return place
}

/** Lets what has been admitted be noted. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

describe("KeyQueue", () => {
  it("admits callers of one key in the order in which they came", async () => {
    const queue = new KeyQueue()
    const admitted: string[] = []
    const places = ["a", "b", "c"].map((name) => enter(queue, admitted, name, ["tea"]))
    await settled()
    expect(admitted).toEqual(["a"])
    places[0]?.leave()
    await settled()
    expect(admitted).toEqual(["a", "b"])
    places[1]?.leave()
    await settled()
    expect(admitted).toEqual(["a", "b", "c"])
  })

  it("admits callers of other keys at once", async () => {
    const queue = new KeyQueue()
    const admitted: string[] = []
    enter(queue, admitted, "a", ["tea"])
    enter(queue, admitted, "b", ["honey"])
    await settled()
    expect(admitted).toEqual(["a", "b"])
  })

  it("lets no stream of single keys overtake a caller of two", async () => {
    const queue = new KeyQueue()
    const admitted: string[] = []
    const tea = enter(queue, admitted, "tea", ["tea"])
    const honey = enter(queue, admitted, "honey", ["honey"])
    enter(queue, admitted, "both", ["honey", "tea"])
    enter(queue, admitted, "late tea", ["tea"])
    honey.leave()
    enter(queue, admitted, "late honey", ["honey"])
    tea.leave()
    await settled()
    expect(admitted).toEqual(["tea", "honey", "both"])
  })

  it("moves the others up when one gives up", async () => {
    const queue = new KeyQueue()
    const admitted: string[] = []
    const first = enter(queue, admitted, "first", ["tea"])
    const both = enter(queue, admitted, "both", ["honey", "tea"])
    enter(queue, admitted, "honey", ["honey"])
    both.leave()
    both.leave()
    await settled()
    expect(admitted).toEqual(["first", "honey"])
    first.leave()
  })

  it("admits everybody once, never two to one key, and ends empty", async () => {
    const keySets = fc.array(
      fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 }),
      { maxLength: 40 },
    )
    await fc.assert(
      fc.asyncProperty(keySets, async (wanted) => {
        const queue = new KeyQueue()
        const inside = new Map<string, number>()
        const count = (keys: string[], by: number) => {
          for (const key of keys) inside.set(key, (inside.get(key) ?? 0) + by)
        }
        await Promise.all(
          wanted.map(async (keys) => {
            const { turn, leave } = queue.enter(keys)
            await turn
            count(keys, 1)
            expect(keys.every((key) => inside.get(key) === 1)).toBe(true)
            await settled()
            count(keys, -1)
            leave()
          }),
        )
        expect(queue.isIdle).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

describe("sortedKeys", () => {
  it("gives one order, each key once", () => {
    expect(sortedKeys(["tea", "honey", "tea"])).toEqual(["honey", "tea"])
    expect(sortedKeys(["honey", "tea"])).toEqual(["honey", "tea"])
    expect(sortedKeys("tea")).toEqual(["tea"])
    expect(sortedKeys([])).toEqual([])
  })
})
