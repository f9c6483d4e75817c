/** Reads the forms of a page, so that tests know what people see and not how fields are named. */
import { type Fields, type Page } from "./visitor"

export type Form = { action: string; fields: Fields }

/**
 * The first form of the page that has a control of that name, with what it would send: its
 * present values, and the name and value of the button with that text.
 */
export function formWith(page: Page, name: string, path: string, button = /./): Form {
  const { $ } = page
  const form = $(`form:has([name="${name}"])`).first()
  if (form.length === 0) throw new Error(`no form with a field "${name}" on ${path}`)
  const fields: Fields = {}
  for (const { name: field, value } of form.serializeArray()) fields[field] = value
  form.find("button[name]:not([type=button])").each((_, element) => {
    const chosen = $(element)
    const key = chosen.attr("name")
    if (key && !(key in fields) && button.test(chosen.text()))
      fields[key] = chosen.attr("value") ?? ""
  })
  return { action: form.attr("action") ?? path, fields }
}

/** What a field of the page says about itself after a form was refused. */
export function fieldState(
  page: Page,
  name: string,
): { invalid: boolean; value: string; message: string } {
  const { $ } = page
  const field = $(`[name="${name}"]`)
    .filter((_, element) => $(element).attr("aria-invalid") === "true")
    .first()
  const ids = (field.attr("aria-describedby") ?? "").split(/\s+/).filter(Boolean)
  const value = field.val()
  return {
    invalid: field.length > 0,
    value: typeof value === "string" ? value : "",
    message: ids.map((id) => $(`[id="${id}"]`).text()).join(" "),
  }
}
