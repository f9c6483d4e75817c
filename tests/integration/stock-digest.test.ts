/** Each point hears once a day of what is open there. */
import { knex } from "@medusajs/framework/mikro-orm/knex"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { z } from "zod"
import StockAlertService from "../../backend/src/modules/stock-alert/service"
import { admin } from "../support/backend"
import { rows } from "../support/database"
import { env } from "../support/env"
import { newItem } from "../support/own-goods"
import {
  alertsAbout,
  digestsSent,
  followed,
  newPlace,
  setMinimum,
  untilAlerts,
} from "../support/stock-alerts"
import { dayIn, setStockDay } from "../support/stock-day"
import { receive } from "../support/stock-documents"

beforeAll(async () => {
  await setStockDay(0)
  await digestsSent("for-ever")
})
afterAll(async () => {
  await setStockDay(0)
  await digestsSent("today")
})

const feed = z.object({
  notifications: z.array(
    z.object({
      resource_id: z.string().nullish(),
      data: z.object({ title: z.string(), description: z.string() }),
    }),
  ),
})

const digestsAbout = async (location: string) =>
  (
    await admin("/admin/notifications?channel=feed&limit=100&order=-created_at", feed)
  ).notifications
    .filter(({ resource_id }) => resource_id === location)
    .map(({ data }) => data)

const toldRow = z.object({ told: z.string().nullable() })
const told = async () =>
  (await rows(toldRow, "select told::text as told from stock_alert_day"))[0]?.told ?? null

const untilTold = () => expect.poll(told, followed).not.toBeNull()

describe("the digest", () => {
  it("is sent once a day to a point with open alerts, however often the job runs", async () => {
    const { location, name } = await newPlace()
    const quiet = await newPlace()
    const item = await newItem(
      { location, stocked: 2 },
      { location: quiet.location, stocked: 2 },
    )
    await setMinimum(item, location, { minimum: 1_000 })
    await setMinimum(item, quiet.location, { minimum: 1 })
    await receive(item, location, 3, { code: "L2", best_before: dayIn(7) })
    await untilAlerts(item, location, 2)

    await digestsSent("never")
    await untilTold()
    expect(await digestsAbout(location)).toEqual([
      {
        title: `Cảnh báo kho: ${name}`,
        description:
          "1 mặt hàng sắp hết, 1 lô gần hạn (2 mới). Gấp nhất: " +
          "Hàng thử (còn 5/1.000); Hàng thử (lô L2, 3 món còn 7 ngày).",
      },
    ])
    expect(await digestsAbout(quiet.location)).toEqual([])
    for (const { is_new } of await alertsAbout(item, location)) expect(is_new).toBe(false)

    // As after a process that died between sending and remembering.
    await digestsSent("never")
    await untilTold()
    expect(await digestsAbout(location)).toHaveLength(1)

    // What is still open the day after is told again, and is not new any more.
    await setStockDay(1)
    await expect.poll(async () => (await digestsAbout(location)).length, followed).toBe(2)
    expect((await digestsAbout(location))[0]?.description).toMatch(
      /^1 mặt hàng sắp hết, 1 lô gần hạn\. Gấp nhất: /,
    )
    await setStockDay(0)
    await digestsSent("for-ever")
  })

  it("is composed by one of several processes that are at it at once", async () => {
    const connections = [0, 1, 2].map(() =>
      knex({ client: "pg", connection: env.DATABASE_URL, pool: { min: 0, max: 2 } }),
    )
    const services = connections.map(
      (connection) => new StockAlertService({ __pg_connection__: connection }),
    )
    const tell = vi.fn(async () => {
      await sleep(300)
    })
    // The backend under test is one more, and may come first.
    for (let round = 0; round < 10 && tell.mock.calls.length === 0; round += 1) {
      await digestsSent("never")
      await Promise.all(services.map((service) => service.whenDigestIsDue(tell)))
    }
    expect(tell).toHaveBeenCalledTimes(1)
    await digestsSent("for-ever")
    await Promise.all(connections.map((connection) => connection.destroy()))
  })
})
