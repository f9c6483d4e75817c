/**
 * `kill -9` of the backend at any moment of a rush: more carts than pieces, some of them sent twice
 * at once. Every client asks again until it is answered. How long the shop takes to recover is
 * measured, too.
 */
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, it } from "vitest"
import { databaseDifferences } from "../../backend/src/lib/invariants/database"
import {
  type Answer,
  completeAtOnce,
  ofKind,
  readyCarts,
  reasons,
} from "../support/contest"
import { report, reportAnswers } from "../support/counts"
import { ordersWith } from "../support/database"
import { OwnBackend } from "../support/own-backend"
import { newGoods } from "../support/own-goods"
import { snapshot } from "../support/reconcile"
import { isLong, sized } from "../support/sizes"
import { shelf } from "../support/stock"
import { expectOneOrder, insist, tracesOf } from "../support/survival"

const KILLS = sized(2, 100)
const CARTS = 5
const PIECES = 4
/** Of the carts: sent by two tabs. */
const TWICE = 2
/** After which the backend dies, at most: a fresh process has answered some of them by then. */
const LATEST_MS = 1_500

const ANSWERS_WITHIN_MS = 15_000
const CLEAN_WITHIN_MS = 60_000

let backend: OwnBackend

beforeAll(async () => {
  backend = await OwnBackend.start()
})
afterAll(() => backend.kill())

type Recovery = { answersMs: number; cleanMs: number }

/** @returns what the clients were told, at first and in the end. */
async function rushAndKill(
  delay: number,
): Promise<Recovery & { first: readonly Answer[]; last: readonly Answer[] }> {
  const { item, variant, location } = await newGoods(PIECES)
  const basket = [{ variant, quantity: 1 }]
  const carts = await readyCarts(Array.from({ length: CARTS }, () => basket))
  const sent = [...carts, ...carts.slice(0, TWICE)]
  const shop = await backend.shop()

  const rush = completeAtOnce(sent, shop)
  await sleep(delay)
  await backend.kill()
  const first = await rush
  const died = performance.now()
  await backend.start()
  const answersMs = performance.now() - died

  const last = await Promise.all(
    sent.map(async (cart) => (await insist(cart, shop)).answer),
  )
  expect(await databaseDifferences(snapshot, CLEAN_WITHIN_MS)).toEqual([])
  const cleanMs = performance.now() - died

  for (const [index, cart] of sent.entries()) {
    const [told, answer] = [first[index], last[index]]
    // What was promised before the backend died holds, and two tabs are told the same.
    if (told?.kind === "order") expect(answer?.orderId).toBe(told.orderId)
    if (answer?.kind === "order") await expectOneOrder(cart, answer.orderId, 1)
    else expect(await tracesOf(cart)).toMatchObject({ orders: [], linked: [], held: 0 })
    const tabs = last.filter((_, other) => sent[other] === cart)
    expect(new Set(tabs.map(({ orderId }) => orderId)).size).toBe(1)
  }
  expect(reasons(last.slice(0, CARTS))).toEqual({
    "200": PIECES,
    "409 insufficient_inventory": CARTS - PIECES,
  })
  expect(await ordersWith(variant)).toBe(PIECES)
  expect(await shelf(item, location)).toEqual({ stocked: PIECES, reserved: PIECES })
  return { answersMs, cleanMs, first, last }
}

it(
  `killed ${KILLS} times at any moment: every order that was promised exists once`,
  { timeout: KILLS * 120_000 },
  async () => {
    const started = performance.now()
    const recoveries: Recovery[] = []
    const [first, last]: [Answer[], Answer[]] = [[], []]
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const delay = Math.random() * LATEST_MS
      const round = await rushAndKill(delay).catch((error: unknown) => {
        throw new Error(`kill ${kill}, after ${Math.round(delay)} ms`, { cause: error })
      })
      recoveries.push(round)
      first.push(...round.first)
      last.push(...round.last)
    }
    const ms = performance.now() - started
    reportAnswers(`kill -9 ${KILLS} lần bất kỳ: trước khi chết`, first, ms)
    reportAnswers(`kill -9 ${KILLS} lần bất kỳ: sau khi gửi lại`, last, ms)
    /** From the quickest to the slowest. */
    const times = (what: keyof Recovery): number[] =>
      recoveries.map((each) => each[what]).sort((a, b) => a - b)
    const slowest = (what: keyof Recovery): number => times(what).at(-1) ?? 0
    const median = (what: keyof Recovery): number =>
      times(what)[Math.floor(KILLS / 2)] ?? 0
    for (const [title, what] of [
      ["Sau kill -9: câu trả lời đúng đầu tiên", "answersMs"],
      ["Sau kill -9: đối chiếu sạch", "cleanMs"],
    ] as const)
      report({
        title,
        attempted: KILLS,
        accepted: recoveries.length,
        refused: 0,
        busy: 0,
        errors: 0,
        ms: Math.round(recoveries.reduce((sum, each) => sum + each[what], 0)),
        slowestAcceptedMs: Math.round(slowest(what)),
      })

    expect(ofKind(first, "error").length).toBeGreaterThan(0)
    expect(slowest("cleanMs")).toBeLessThanOrEqual(CLEAN_WITHIN_MS)
    // How fast a process starts is for a machine to say that now and then does nothing else.
    if (isLong) expect(median("answersMs")).toBeLessThanOrEqual(ANSWERS_WITHIN_MS)
  },
)
