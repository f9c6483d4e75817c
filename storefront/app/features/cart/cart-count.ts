/**
 * The number in the cart badge. Public pages never contain it: it is asked for once after
 * hydration and then follows what the visitor does.
 */
import { useSyncExternalStore } from "react"

/** null until it is known. */
let count: number | null = null
const listeners = new Set<() => void>()

export function setCartCount(value: number): void {
  if (value === count) return
  count = value
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useCartCount = (): number | null =>
  useSyncExternalStore(
    subscribe,
    () => count,
    () => null,
  )
