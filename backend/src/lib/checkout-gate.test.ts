import { setImmediate as turn } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import { Gate } from "./checkout-gate"

const patient = { places: 2, queue: 10, patienceMs: 60_000 }

/** A gate with tasks that end when they are told to, and the order in which they were let in. */
function scene(limits: Partial<typeof patient> = {}) {
  const gate = new Gate({ ...patient, ...limits })
  const begun: string[] = []
  const enter = (name: string, signal = new AbortController().signal) => {
    let end: (error?: Error) => void = () => undefined
    const work = new Promise<string>((resolve, reject) => {
      end = (error) => (error ? reject(error) : resolve(name))
    })
    const passed = gate.pass(() => {
      begun.push(name)
      return work
    }, signal)
    return { passed, end }
  }
  return { gate, begun, enter }
}

describe("the gate", () => {
  it("lets in as many as there are places, then one for each that leaves, in order", async () => {
    const { gate, begun, enter } = scene()
    const all = ["a", "b", "c", "d"].map((name) => enter(name))
    await turn()
    expect(begun).toEqual(["a", "b"])
    all[1]?.end()
    await turn()
    expect(begun).toEqual(["a", "b", "c"])
    for (const { end } of all) end()
    expect(await Promise.all(all.map(({ passed }) => passed))).toEqual([
      "a",
      "b",
      "c",
      "d",
    ])
    expect(gate.isIdle).toBe(true)
  })

  it("gives the place of one who failed to the next", async () => {
    const { gate, begun, enter } = scene({ places: 1 })
    const [first, second] = [enter("a"), enter("b")]
    first.end(new Error("no"))
    await expect(first.passed).rejects.toThrow("no")
    second.end()
    await second.passed
    expect(begun).toEqual(["a", "b"])
    expect(gate.isIdle).toBe(true)
  })

  it("turns away whoever waited too long or found the queue full", async () => {
    const { begun, enter } = scene({ places: 1, queue: 1, patienceMs: 5 })
    const first = enter("a")
    const late = enter("b")
    await expect(enter("c").passed).rejects.toMatchObject({ failureCode: "busy" })
    await expect(late.passed).rejects.toMatchObject({ status: 503, failureCode: "busy" })
    first.end()
    await first.passed
    expect(begun).toEqual(["a"])
  })

  it("forgets whoever went away while waiting", async () => {
    const { gate, begun, enter } = scene({ places: 1 })
    const first = enter("a")
    const away = new AbortController()
    const gone = enter("b", away.signal)
    const third = enter("c")
    away.abort(new Error("gone"))
    await expect(gone.passed).rejects.toThrow("gone")
    first.end()
    third.end()
    await Promise.all([first.passed, third.passed])
    expect(begun).toEqual(["a", "c"])
    expect(gate.isIdle).toBe(true)
  })
})
