/** Telling a difference from work in progress: the shop goes on while it is checked. */
import { type Difference } from "./difference"

/**
 * "fact": wrong at whatever moment it is seen. "doubtful": wrong unless somebody is at it just now;
 * counts when it stays. "awaited": known to be coming, worth waiting for, never reported.
 */
export type Certainty = "fact" | "doubtful" | "awaited"

export type Sighting = Difference & { certainty: Certainty }

/** Longer than placing an order takes. */
export const PATIENCE_MS = 30_000

const keyOf = ({ kind, subject }: Sighting): string => `${kind} ${subject}`

/**
 * Looks every `intervalMs` until only facts are left or `patienceMs` have passed; what is doubtful
 * must have been seen at every look. A sound shop is looked at once.
 */
export async function lasting(
  look: () => Promise<Sighting[]>,
  patienceMs: number,
  intervalMs: number,
): Promise<Difference[]> {
  const end = Date.now() + patienceMs
  let seen = await look()
  while (seen.some(({ certainty }) => certainty !== "fact") && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, intervalMs))
    const before = new Set(seen.map(keyOf))
    seen = (await look()).filter(
      (one) => one.certainty !== "doubtful" || before.has(keyOf(one)),
    )
  }
  return seen
    .filter(({ certainty }) => certainty !== "awaited")
    .map(({ invariant, kind, subject, message, size, mend, details }) => ({
      ...{ invariant, kind, subject, message, size, mend },
      ...(details !== undefined && { details }),
    }))
}
