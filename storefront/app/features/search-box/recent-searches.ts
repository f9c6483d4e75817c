/** The last searches, in this browser only: they are never sent anywhere. */
const KEY = "tim-gan-day"
const MAX_RECENT = 6
const MAX_LENGTH = 100

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">

const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "" && value.length <= MAX_LENGTH

/** Newest first; nothing where the browser keeps nothing, or keeps something else. */
export function recentSearches(store: Store | null): string[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? "[]")
    return Array.isArray(kept) ? kept.filter(isText).slice(0, MAX_RECENT) : []
  } catch {
    return []
  }
}

function keep(store: Store | null, searches: readonly string[]): void {
  try {
    if (searches.length === 0) store?.removeItem(KEY)
    else store?.setItem(KEY, JSON.stringify(searches))
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}

export function rememberSearch(store: Store | null, text: string): void {
  if (!isText(text)) return
  const others = recentSearches(store).filter(
    (other) => other.toLowerCase() !== text.toLowerCase(),
  )
  keep(store, [text, ...others].slice(0, MAX_RECENT))
}

export const forgetSearch = (store: Store | null, text: string): void =>
  keep(
    store,
    recentSearches(store).filter((other) => other !== text),
  )

export const forgetSearches = (store: Store | null): void => keep(store, [])

/** Null where the browser forbids it: even asking may throw. */
export function browserStore(): Store | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
