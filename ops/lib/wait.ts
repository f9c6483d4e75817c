/** Waiting for something to become true, with a limit. */
import { setTimeout as sleep } from "node:timers/promises"

/**
 * Asks again every `everyMs` until `check` says yes, `gone` resolves or the time is over.
 * @returns "ready", "gone" or "late"
 */
export async function waitFor(
  check: () => Promise<boolean>,
  limits: { withinMs: number; everyMs?: number; gone?: Promise<unknown> },
): Promise<"ready" | "gone" | "late"> {
  const deadline = Date.now() + limits.withinMs
  let isGone = false
  void limits.gone?.then(() => {
    isGone = true
  })
  while (Date.now() < deadline) {
    if (await check()) return "ready"
    if (isGone) return "gone"
    await sleep(limits.everyMs ?? 100)
  }
  return "late"
}

/** True when the address answers 2xx within a second and a half. */
export async function answersOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1500) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
