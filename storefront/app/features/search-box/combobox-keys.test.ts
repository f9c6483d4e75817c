import { describe, expect, it } from "vitest"
import { comboboxAction } from "./combobox-keys"

const closed = { open: false, active: -1, count: 3 }
const at = (active: number) => ({ open: true, active, count: 3 })

describe("keys of the search field", () => {
  it.each([
    ["ArrowDown", closed, { do: "open", active: 0 }],
    ["ArrowDown", at(0), { do: "open", active: 1 }],
    ["ArrowDown", at(2), { do: "open", active: -1 }],
    ["ArrowUp", closed, { do: "open", active: 2 }],
    ["ArrowUp", at(-1), { do: "open", active: 2 }],
    ["ArrowUp", at(0), { do: "open", active: -1 }],
    ["Enter", at(1), { do: "take" }],
    ["Enter", at(-1), { do: "nothing" }],
    ["Enter", closed, { do: "nothing" }],
    ["Escape", at(1), { do: "close" }],
    ["Escape", closed, { do: "clear" }],
    ["Delete", at(0), { do: "forget" }],
    ["Delete", at(-1), { do: "nothing" }],
    ["Home", at(1), { do: "nothing" }],
    ["Tab", at(1), { do: "nothing" }],
    ["ArrowDown", { open: false, active: -1, count: 0 }, { do: "nothing" }],
  ])("%s in %j", (key, state, action) =>
    expect(comboboxAction(key, state)).toEqual(action),
  )
})
