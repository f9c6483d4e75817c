import { useEffect, useState } from "react"
import { type Suggestions } from "@ocop/backend/contracts/suggest"

/** Between two keys of somebody who types on. */
const DEBOUNCE_MS = 100
const MAX_KEPT = 30

/** Answers by text, the oldest first to go. */
const kept = new Map<string, Suggestions>()

const isNamed = (value: unknown): boolean =>
  typeof value === "object" && value !== null && ("name" in value || "title" in value)
const isListOfNamed = (value: unknown): boolean =>
  Array.isArray(value) && value.every(isNamed)

/** The browser has no schemas (`lib/zod-in-browser.ts`); the route answers by `suggestResponse`. */
const isSuggestions = (value: unknown): value is Suggestions =>
  typeof value === "object" &&
  value !== null &&
  "products" in value &&
  isListOfNamed(value.products) &&
  "producers" in value &&
  isListOfNamed(value.producers) &&
  "places" in value &&
  isListOfNamed(value.places)

async function load(text: string, signal: AbortSignal): Promise<Suggestions | null> {
  const response = await fetch(`/api/suggest?${new URLSearchParams({ q: text })}`, {
    signal,
  })
  const answer: unknown = response.ok ? await response.json() : null
  if (!isSuggestions(answer)) return null
  kept.set(text, answer)
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  return answer
}

/**
 * Suggestions for a text; while they are on their way those for the text before stay. Null when there
 * are none to show: nothing written, no connection, or an answer that is no answer.
 */
export function useSuggestions(
  text: string,
): { text: string; suggestions: Suggestions } | null {
  const [shown, show] = useState<{ text: string; suggestions: Suggestions } | null>(null)
  useEffect(() => {
    if (text === "") return show(null)
    const known = kept.get(text)
    if (known) return show({ text, suggestions: known })
    const superseded = new AbortController()
    const timer = setTimeout(() => {
      load(text, superseded.signal).then(
        (suggestions) => show(suggestions && { text, suggestions }),
        // Typed on, or offline: the field itself works without any of this.
        () => superseded.signal.aborted || show(null),
      )
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      superseded.abort()
    }
  }, [text])
  return shown
}
