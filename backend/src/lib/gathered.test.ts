import { MedusaError } from "@medusajs/framework/utils"
import { describe, expect, it } from "vitest"
import { gathered } from "./gathered"

const deferred = () => {
  const handle: { resolve: () => void } = { resolve: () => undefined }
  const promise = new Promise<void>((resolve) => (handle.resolve = resolve))
  return { promise, resolve: () => handle.resolve() }
}

describe("gathered", () => {
  it("serves together what comes together", async () => {
    const batches: number[][] = []
    const add = gathered<number>(1, async (items) => {
      batches.push(items)
      await Promise.resolve()
    })
    await Promise.all([add(1), add(2), add(3)])
    await add(4)
    expect(batches).toEqual([[1, 2, 3], [4]])
  })

  it("serves one batch at a time; what comes meanwhile makes the next", async () => {
    const batches: number[][] = []
    const first = deferred()
    const begun = deferred()
    const add = gathered<number>(1, async (items) => {
      batches.push(items)
      begun.resolve()
      if (batches.length === 1) await first.promise
    })
    const one = add(1)
    await begun.promise
    const others = [add(2), add(3)]
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(batches).toEqual([[1]])
    first.resolve()
    await Promise.all([one, ...others])
    expect(batches).toEqual([[1], [2, 3]])
  })

  it("lets a batch that fails concern nobody else", async () => {
    const add = gathered<string>(1, async (items) => {
      await Promise.resolve()
      if (items.includes("bad"))
        throw new MedusaError(MedusaError.Types.CONFLICT, "refused")
    })
    await expect(add("bad")).rejects.toThrow("refused")
    await expect(add("good")).resolves.toBeUndefined()
  })
})
