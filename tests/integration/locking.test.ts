/** Locks that end, on a real PostgreSQL. Leases are shorter here than in the shop. */
import { InMemoryLockingProvider } from "@medusajs/locking/dist/providers/in-memory"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { completeAtOnce, readyCart } from "../support/contest"
import { counted, execute, ordersWith, rows } from "../support/database"
import {
  countUp,
  killed,
  lockedKeys,
  lockProcess,
  openLocks,
  type Locks,
} from "../support/locks"
import { newGoods } from "../support/own-goods"

/** Seconds. */
const LEASE = 2
const PREFIX = "test-lock:"
const key = (name: string | number) => `${PREFIX}${name}`

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

let locks: Locks
beforeAll(() => {
  locks = openLocks({ lease: LEASE })
})
afterAll(() => locks.close())

type Executing = {
  execute<T>(
    keys: string[],
    job: () => Promise<T>,
    args?: { timeout?: number },
  ): Promise<T>
}

/** Two baskets of the same two products, in opposite order, while both products are in use. */
async function oppositeBaskets(
  provider: Executing,
  round: number,
  timeout: number,
): Promise<string[]> {
  const [tea, honey] = [key(`tea-${round}`), key(`honey-${round}`)]
  const work = (keys: string[]) =>
    provider
      .execute(keys, () => pause(2), { timeout })
      .then(
        () => "done",
        () => "timed out",
      )
  return Promise.all([work([tea]), work([honey]), work([tea, honey]), work([honey, tea])])
}

describe("the framework's own locks, which these replace", () => {
  it("keep each other waiting for ever when two baskets come in opposite order", async () => {
    const shipped = new InMemoryLockingProvider()
    expect(await oppositeBaskets(shipped, 0, 1)).toEqual([
      "done",
      "done",
      "timed out",
      "timed out",
    ])
    // Long after everybody has gone, nobody can buy either product.
    const later = () =>
      shipped.execute([key("tea-0")], () => Promise.resolve(), { timeout: 1 })
    await expect(later()).rejects.toThrow("Timed-out acquiring lock.")
  })
})

describe("several keys at once", () => {
  it("100 pairs of baskets in opposite order all get through", async () => {
    const pairs = Array.from({ length: 100 }, (_, round) =>
      oppositeBaskets(locks.provider, round % 10, 10),
    )
    expect(new Set((await Promise.all(pairs)).flat())).toEqual(new Set(["done"]))
    expect(await lockedKeys(PREFIX)).toBe(0)
  })

  it("200 callers on 5 keys exclude each other, end in bounded time and leave nothing locked", async () => {
    const inside = new Map<string, number>()
    const change = (keys: string[], by: number) => {
      for (const each of keys) inside.set(each, (inside.get(each) ?? 0) + by)
    }
    const call = async (index: number) => {
      const keys = [index % 5, (index * 3 + 1) % 5, (index * 7 + 2) % 5].map(key)
      const own = [...new Set(keys)]
      return locks.provider
        .execute(
          keys,
          async () => {
            change(own, 1)
            expect(own.map((each) => inside.get(each))).toEqual(own.map(() => 1))
            await pause(20)
            change(own, -1)
          },
          { timeout: 2 },
        )
        .then(
          () => "done",
          (error: unknown) => error,
        )
    }
    const started = performance.now()
    const ends = await Promise.all(Array.from({ length: 200 }, (_, index) => call(index)))
    expect(performance.now() - started).toBeLessThan(4_000)
    const busy = ends.filter((end) => end !== "done")
    expect(busy.length).toBeLessThan(200)
    for (const error of busy)
      expect(error).toMatchObject({
        status: 503,
        failureCode: "busy",
        headers: { "Retry-After": "5" },
      })
    expect(await lockedKeys(PREFIX)).toBe(0)
    expect(locks.warnings).toEqual([])
  })

  it("takes all of them or none", async () => {
    const { provider } = locks
    await provider.acquire(key("honey"), { ownerId: "shelf" })
    await expect(
      provider.acquire([key("tea"), key("honey")], { ownerId: "basket" }),
    ).rejects.toMatchObject({ failureCode: "busy" })
    expect(await lockedKeys(key("tea"))).toBe(0)
    await provider.releaseAll({ ownerId: "shelf" })
    expect(await lockedKeys(PREFIX)).toBe(0)
  })
})

describe("owners", () => {
  it("an owner may take his keys again and prolong them, others may not", async () => {
    const { provider } = locks
    await provider.acquire(key("cart"), { ownerId: "an", expire: 60 })
    await provider.acquire(key("cart"), { ownerId: "an", expire: 60 })
    const taken = { failureCode: "busy" }
    await expect(
      provider.acquire(key("cart"), { ownerId: "binh" }),
    ).rejects.toMatchObject(taken)
    await expect(provider.acquire(key("cart"))).rejects.toMatchObject(taken)
    expect(await provider.release(key("cart"), { ownerId: "binh" })).toBe(false)
    expect(await provider.release(key("cart"))).toBe(false)
    expect(await provider.release(key("cart"), { ownerId: "an" })).toBe(true)
    expect(await provider.release(key("cart"), { ownerId: "an" })).toBe(false)
  })

  it("a key without owner is taken once, and freed by whoever names none", async () => {
    const { provider } = locks
    await provider.acquire(key("cart"))
    await expect(provider.acquire(key("cart"))).rejects.toMatchObject({ status: 503 })
    expect(await provider.release(key("cart"), { ownerId: "an" })).toBe(false)
    expect(await provider.release(key("cart"))).toBe(true)
  })

  it("a key taken for a time is free when it is over, though its process lives", async () => {
    const { provider } = locks
    const expire = LEASE / 4
    await provider.acquire(key("cart"), { ownerId: "an", expire })
    const again = () => provider.acquire(key("cart"), { ownerId: "binh" })
    await expect(again()).rejects.toMatchObject({ failureCode: "busy" })
    await expect
      .poll(() =>
        again().then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    await provider.release(key("cart"), { ownerId: "binh" })
  })

  it("a key taken without a time is kept beyond its lease while its process lives", async () => {
    const { provider } = locks
    await provider.acquire(key("cart"), { ownerId: "an" })
    await pause(LEASE * 1_500)
    expect(await lockedKeys(PREFIX)).toBe(1)
    await provider.releaseAll({ ownerId: "an" })
    expect(await lockedKeys(PREFIX)).toBe(0)
  })
})

describe("a job", () => {
  it("frees its keys when it fails, and its error is the caller's", async () => {
    const job = () => Promise.reject(new Error("no stock"))
    await expect(locks.provider.execute(key("tea"), job)).rejects.toThrow("no stock")
    expect(await lockedKeys(PREFIX)).toBe(0)
  })

  it("longer than the lease keeps its keys", async () => {
    const other = openLocks({ lease: LEASE, name: "another process" })
    let isDone = false
    const long = locks.provider.execute(key("tea"), async () => {
      await pause(LEASE * 1_500)
      isDone = true
    })
    await expect.poll(() => lockedKeys(PREFIX)).toBe(1)
    const wasDone = await other.provider.execute(
      key("tea"),
      () => Promise.resolve(isDone),
      { timeout: LEASE * 3 },
    )
    await long
    await other.close()
    expect(wasDone).toBe(true)
  })

  it("is told when its key was taken from it, and does not report success", async () => {
    const job = async (signal?: AbortSignal) => {
      await rows(z.unknown(), "delete from lock_lease where key = $1", [key("tea")])
      await expect.poll(() => signal?.aborted, { timeout: LEASE * 1_000 }).toBe(true)
    }
    await expect(locks.provider.execute(key("tea"), job)).rejects.toMatchObject({
      type: "conflict",
    })
    expect(locks.warnings.splice(0)).toEqual([expect.stringContaining("lost")])
  })
})

describe("a process that dies", () => {
  it.each(["execute", "acquire"] as const)(
    "while it holds keys by %s is succeeded after its lease",
    async (kind) => {
      const keys = [key("honey"), key("tea")]
      const dead = await lockProcess({ kind, keys, lease: LEASE })
      await killed(dead)
      const died = performance.now()
      await expect(locks.provider.acquire(keys)).rejects.toMatchObject({ status: 503 })
      await locks.provider.execute(keys, () => Promise.resolve(), { timeout: LEASE * 3 })
      expect(performance.now() - died).toBeLessThan((LEASE + 1) * 1_000)
      expect(await lockedKeys(PREFIX)).toBe(0)
    },
  )
})

describe("connections", () => {
  it("none is held while 50 wait or while the job runs, with a pool of 2", async () => {
    const name = "small pool"
    const small = openLocks({ pool: 2, lease: LEASE, name })
    const held = () =>
      counted(
        `select count(*) as count from pg_stat_activity
          where application_name = $1 and state <> 'idle'`,
        name,
      )
    let isOpen = false
    const gate = async () => {
      while (!isOpen) await pause(20)
    }
    const first = small.provider.execute(key("tea"), gate)
    await expect.poll(() => lockedKeys(PREFIX)).toBe(1)
    const others = Array.from({ length: 50 }, () =>
      small.provider.execute(key("tea"), async () => {
        const result = await small.connection.raw("select 1 as one")
        return z.object({ one: z.literal(1) }).parse(result.rows[0]).one
      }),
    )
    expect(await held()).toBe(0)
    await small.connection.raw("select 1")
    isOpen = true
    await first
    expect(await Promise.all(others)).toEqual(others.map(() => 1))
    await small.close()
  })
})

describe("two processes", () => {
  it("exclude each other", async () => {
    await execute(
      "create table if not exists lock_test (name text primary key, value integer)",
    )
    try {
      await execute("insert into lock_test values ('sold', 0)")
      const times = 40
      const task = { kind: "count", key: key("sold"), times, counter: "sold" } as const
      const other = lockProcess(task)
      // Both are at it at once: this one begins when the other has begun.
      await expect.poll(() => lockedKeys(PREFIX), { timeout: 20_000 }).toBeGreaterThan(0)
      await Promise.all(
        Array.from({ length: times }, () =>
          locks.provider.execute(key("sold"), () => countUp(locks.connection, "sold"), {
            timeout: 30,
          }),
        ),
      )
      await other
      const sold = z.object({ value: z.number() })
      expect(await rows(sold, "select value from lock_test")).toEqual([
        { value: 2 * times },
      ])
    } finally {
      await execute("drop table lock_test")
    }
  })
})

describe("a checkout that waits for a lock in vain", () => {
  it("is asked to come back, leaves nothing behind, and succeeds later", async () => {
    const { item, variant } = await newGoods(1)
    const cart = await readyCart([{ variant, quantity: 1 }])
    // The framework's reservation step takes the item's id.
    await locks.provider.acquire(item, { ownerId: "test" })
    const [answer] = await completeAtOnce([cart])
    await locks.provider.release(item, { ownerId: "test" })
    expect(answer).toMatchObject({ kind: "busy", status: 503, code: "busy" })
    expect(await ordersWith(variant)).toBe(0)
    expect(await completeAtOnce([cart])).toMatchObject([{ kind: "order" }])
    expect(await lockedKeys(item)).toBe(0)
    expect(await lockedKeys(cart)).toBe(0)
  })
})
