import { useSyncExternalStore } from "react"

const never = () => () => undefined

/** False in the HTML from the server and on the first render, true once JavaScript has taken over. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
