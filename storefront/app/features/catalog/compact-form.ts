/**
 * A filter form's fields as a short query: empty fields and the default order are left out,
 * several values of one field are joined ("sao=3,4").
 */
export function compactForm(fields: FormData): string {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) {
    if (typeof value !== "string" || value.trim() === "") continue
    if (name === "sap-xep" && value === "phu-hop") continue
    values.set(name, [...(values.get(name) ?? []), value.trim()])
  }
  return [...values]
    .map(([name, all]) => `${name}=${all.map(encodeURIComponent).join(",")}`)
    .join("&")
}
