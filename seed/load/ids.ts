/** Ids in the framework's form without its cost: a ULID's 26 characters, drawn once and counted up. */
import { generateEntityId } from "@medusajs/framework/utils"

const COUNTER_LENGTH = 8
const [, run = ""] = generateEntityId(undefined, "run").split("_")
const start = run.slice(0, -COUNTER_LENGTH)
let counter = 0

/** Unique within and across processes: time and 40 random bits of the run, then a counter. */
export function nextId(prefix: string): string {
  counter += 1
  const count = counter.toString(32).toUpperCase().padStart(COUNTER_LENGTH, "0")
  return `${prefix}_${start}${count}`
}
