/** Commands on the stock as plain data, for fast-check to make up and to shrink. */
import fc from "fast-check"

const PLACES = 2
/** Two that baskets are made of, and the baskets. */
export const BASKET = 2
const place = { item: fc.nat(BASKET), point: fc.nat(PLACES - 1) }
const quantity = fc.integer({ min: 1, max: 6 })
/** One of those that there are, counted round. */
const pick = fc.nat(7)
/** A lot of the item; goods without one. */
const lot = fc.oneof(pick, fc.constant("none" as const))
/** Or none is named at all. */
const lotOrAny = fc.oneof(pick, fc.constantFrom("none" as const, "any" as const))
const line = fc.record({ item: place.item, quantity, lot: lotOrAny })
/** Of a transfer: mostly few pieces of whatever lies there, so that it comes to be sent. */
const few = fc.integer({ min: 1, max: 4 })
const lotThere = fc.oneof(
  { weight: 3, arbitrary: fc.constant("any" as const) },
  { weight: 2, arbitrary: lotOrAny },
)
const lines = fc.array(fc.record({ item: place.item, quantity: few, lot: lotThere }), {
  minLength: 1,
  maxLength: 2,
})
const kind = <Kind extends string>(name: Kind) => fc.constant(name)

const one = {
  receive: fc.record({
    kind: kind("receive"),
    ...place,
    quantity,
    /** Days that a new lot lasts; null: for ever. */
    life: fc.option(fc.integer({ min: 1, max: 4 })),
    producer: fc.nat(PLACES - 1),
  }),
  receiveAgain: fc.record({ kind: kind("receive-again"), ...place, quantity, lot }),
  return: fc.record({ kind: kind("return"), ...place, quantity, lot }),
  sale: fc.record({
    kind: kind("sale"),
    point: place.point,
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  }),
  transfer: fc.record({ kind: kind("transfer"), ...place, quantity, lot: lotOrAny }),
  disposal: fc.record({ kind: kind("disposal"), ...place, quantity, lot }),
  producerReturn: fc.record({
    kind: kind("producer-return"),
    point: place.point,
    pick,
    quantity: few,
    /** Not whose the lot is, but the other one. */
    isOther: fc.oneof(
      { weight: 3, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }),
  adjustIn: fc.record({ kind: kind("adjust-in"), ...place, quantity, lot: lotOrAny }),
  adjustOut: fc.record({ kind: kind("adjust-out"), ...place, quantity, lot: lotOrAny }),
  count: fc.record({ kind: kind("count"), ...place, counted: fc.nat(8), lot }),
  edit: fc.record({ kind: kind("edit"), ...place, stocked: fc.nat(14) }),
  reserve: fc.record({ kind: kind("reserve"), ...place, quantity }),
  move: fc.record({ kind: kind("move"), pick, point: place.point, quantity }),
  release: fc.record({ kind: kind("release"), pick }),
  /** Or its end, of a lot that is recalled. */
  recall: fc.record({ kind: kind("recall"), pick }),
  night: fc.record({ kind: kind("night") }),
}

const baskets = {
  assemble: fc.record({
    kind: kind("assemble"),
    point: place.point,
    quantity: fc.integer({ min: 1, max: 4 }),
    /** What one basket takes; an item at most once. */
    components: fc.uniqueArray(
      fc.record({
        item: fc.nat(BASKET - 1),
        quantity: fc.integer({ min: 1, max: 3 }),
        lot: lotOrAny,
      }),
      { minLength: 1, maxLength: BASKET, selector: ({ item }) => item },
    ),
  }),
  disassemble: fc.record({
    kind: kind("disassemble"),
    pick,
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
}

const transfers = {
  draft: fc.record({ kind: kind("transfer-draft"), point: place.point, lines }),
  edit: fc.record({ kind: kind("transfer-edit"), pick, lines, isStale: fc.boolean() }),
  send: fc.record({ kind: kind("transfer-send"), pick }),
  receive: fc.record({
    kind: kind("transfer-receive"),
    pick,
    /** Of each line and lot, in turn. */
    arrivals: fc.array(
      fc.record({ received: fc.nat(3), missing: fc.nat(1), damaged: fc.nat(1) }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  close: fc.record({ kind: kind("transfer-close"), pick }),
  cancel: fc.record({ kind: kind("transfer-cancel"), pick }),
}

const stocktakes = {
  begin: fc.record({ kind: kind("stocktake-begin"), point: place.point }),
  count: fc.record({
    kind: kind("stocktake-count"),
    pick,
    item: place.item,
    lot,
    mode: fc.constantFrom("add" as const, "set" as const),
    quantity: fc.nat(6),
    device: fc.constantFrom("may-1", "may-2"),
  }),
  approve: fc.record({ kind: kind("stocktake-approve"), pick }),
  cancel: fc.record({ kind: kind("stocktake-cancel"), pick }),
}

const ORDINARY = [
  { weight: 8, arbitrary: one.receive },
  { weight: 1, arbitrary: one.receiveAgain },
  { weight: 1, arbitrary: one.return },
  { weight: 3, arbitrary: one.sale },
  { weight: 2, arbitrary: one.transfer },
  { weight: 1, arbitrary: one.disposal },
  { weight: 3, arbitrary: one.producerReturn },
  { weight: 1, arbitrary: one.adjustIn },
  { weight: 1, arbitrary: one.adjustOut },
  { weight: 2, arbitrary: one.count },
  { weight: 2, arbitrary: one.edit },
  { weight: 4, arbitrary: one.reserve },
  { weight: 3, arbitrary: one.move },
  { weight: 1, arbitrary: one.release },
  { weight: 1, arbitrary: one.recall },
  { weight: 1, arbitrary: one.night },
] as const
const BASKETS = [
  { weight: 3, arbitrary: baskets.assemble },
  { weight: 3, arbitrary: baskets.disassemble },
] as const
const TRANSFERS = [
  { weight: 4, arbitrary: transfers.draft },
  { weight: 1, arbitrary: transfers.edit },
  { weight: 4, arbitrary: transfers.send },
  { weight: 4, arbitrary: transfers.receive },
  { weight: 1, arbitrary: transfers.close },
  { weight: 1, arbitrary: transfers.cancel },
] as const
const STOCKTAKES = [
  { weight: 3, arbitrary: stocktakes.begin },
  { weight: 5, arbitrary: stocktakes.count },
  { weight: 3, arbitrary: stocktakes.approve },
  { weight: 1, arbitrary: stocktakes.cancel },
] as const

const anything = fc.oneof(...ORDINARY, ...BASKETS, ...TRANSFERS, ...STOCKTAKES)
export type Command = typeof anything extends fc.Arbitrary<infer One> ? One : never

/** Steps that follow each other are seldom met by chance: some runs are mostly of one thing. */
const TOPICS: readonly fc.Arbitrary<Command>[] = [
  anything,
  fc.oneof(...BASKETS, { weight: 6, arbitrary: anything }),
  fc.oneof(...TRANSFERS, { weight: 13, arbitrary: anything }),
  fc.oneof(...STOCKTAKES, { weight: 10, arbitrary: anything }),
]
const COMMANDS = { min: 22, max: 30 }

/** What else arrives: nothing, the same again, or other words under the same id. */
const again = fc.constantFrom("nothing", "nothing", "same", "changed")

/** Always many, so that much happens; what a failure does not need is shrunk to null. */
const requests = (command: fc.Arbitrary<Command>) =>
  fc.noBias(
    fc.array(fc.option(fc.record({ command, again }), { freq: 50 }), {
      ...{ minLength: COMMANDS.min, maxLength: COMMANDS.max },
    }),
  )
export type Request =
  ReturnType<typeof requests> extends fc.Arbitrary<(infer One)[]>
    ? NonNullable<One>
    : never

/** What lies on the shelves before, without a lot; then one command after the other. */
export const runs = fc.record({
  stocked: fc.array(fc.integer({ min: 2, max: 9 }), {
    minLength: 1,
    maxLength: PLACES * (BASKET + 1),
  }),
  requests: fc.oneof(...TOPICS.map(requests)),
})
