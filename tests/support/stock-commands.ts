/** Commands on the stock as plain data, for fast-check to make up and to shrink. */
import fc from "fast-check"

const PLACES = 2
const place = { item: fc.nat(PLACES - 1), point: fc.nat(PLACES - 1) }
const quantity = fc.integer({ min: 1, max: 6 })
/** One of those that there are, counted round. */
const pick = fc.nat(7)
/** A lot of the item; goods without one. */
const lot = fc.oneof(pick, fc.constant("none" as const))
/** Or none is named at all. */
const lotOrAny = fc.oneof(pick, fc.constantFrom("none" as const, "any" as const))
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
    lines: fc.array(fc.record({ item: place.item, quantity, lot: lotOrAny }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  transfer: fc.record({ kind: kind("transfer"), ...place, quantity, lot: lotOrAny }),
  disposal: fc.record({ kind: kind("disposal"), ...place, quantity, lot }),
  producerReturn: fc.record({
    kind: kind("producer-return"),
    ...place,
    quantity,
    lot,
    producer: fc.nat(PLACES - 1),
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

export const commands = fc.oneof(
  { weight: 5, arbitrary: one.receive },
  { weight: 1, arbitrary: one.receiveAgain },
  { weight: 1, arbitrary: one.return },
  { weight: 3, arbitrary: one.sale },
  { weight: 2, arbitrary: one.transfer },
  { weight: 1, arbitrary: one.disposal },
  { weight: 1, arbitrary: one.producerReturn },
  { weight: 1, arbitrary: one.adjustIn },
  { weight: 1, arbitrary: one.adjustOut },
  { weight: 2, arbitrary: one.count },
  { weight: 2, arbitrary: one.edit },
  { weight: 4, arbitrary: one.reserve },
  { weight: 3, arbitrary: one.move },
  { weight: 1, arbitrary: one.release },
  { weight: 1, arbitrary: one.recall },
  { weight: 1, arbitrary: one.night },
)
export type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never
