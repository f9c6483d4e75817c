/**
 * Keys of an editable combobox with a list, as the ARIA Authoring Practices have it: arrows move
 * through the options and out again, Escape closes and then clears, Enter takes the option or, without
 * one, submits what is written.
 */
export type ComboboxState = {
  open: boolean
  /** Index of the option that Enter would take; -1 while it is the text. */
  active: number
  /** Number of options. */
  count: number
}

export type ComboboxAction =
  | { do: "nothing" }
  | { do: "open"; active: number }
  | { do: "close" }
  | { do: "clear" }
  | { do: "take" }
  | { do: "forget" }

const NOTHING: ComboboxAction = { do: "nothing" }

export function comboboxAction(
  key: string,
  { open, active, count }: ComboboxState,
): ComboboxAction {
  if (key === "Escape") return open ? { do: "close" } : { do: "clear" }
  if (key === "Enter") return open && active >= 0 ? { do: "take" } : NOTHING
  if (key === "Delete") return open && active >= 0 ? { do: "forget" } : NOTHING
  if (count === 0) return NOTHING
  // Beyond either end lies the text itself.
  if (key === "ArrowDown")
    return { do: "open", active: !open ? 0 : active + 1 < count ? active + 1 : -1 }
  if (key === "ArrowUp")
    return { do: "open", active: !open || active < 0 ? count - 1 : active - 1 }
  return NOTHING
}
