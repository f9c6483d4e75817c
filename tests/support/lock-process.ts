/** A process of its own that takes locks, to be killed or to compete; started by locks.ts. */
import { z } from "zod"
import { countUp, openLocks } from "./locks"

const task = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["execute", "acquire"]),
    keys: z.array(z.string()),
    lease: z.number(),
  }),
  z.object({
    kind: z.literal("count"),
    key: z.string(),
    times: z.number(),
    counter: z.string(),
  }),
])

const ready = () => process.send?.("ready")

async function run(): Promise<void> {
  const order = task.parse(JSON.parse(process.argv[2] ?? ""))
  if (order.kind === "count") {
    const { provider, connection, close } = openLocks()
    await Promise.all(
      Array.from({ length: order.times }, () =>
        provider.execute(order.key, () => countUp(connection, order.counter), {
          timeout: 30,
        }),
      ),
    )
    await close()
    ready()
    return
  }
  const { provider } = openLocks({ lease: order.lease })
  // Its own timers let a process end: this one stays until it is killed.
  setInterval(() => undefined, 60_000)
  if (order.kind === "acquire") {
    await provider.acquire(order.keys, { ownerId: "dead", expire: 3_600 })
    ready()
    return
  }
  await provider.execute(order.keys, () => {
    ready()
    return new Promise(() => undefined)
  })
}

void run()
