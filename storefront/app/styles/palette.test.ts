import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { BRAND, GROUP_COLOURS } from "../../../seed/illustrations/palette"

const css = readFileSync(new URL("app.css", import.meta.url), "utf8")
const kebab = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const tokens = new Map(
  [...css.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [
    name,
    hex,
  ]),
)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}
const token = (name: string): string => tokens.get(name) ?? "missing"

describe("palette", () => {
  it.each(Object.entries(BRAND))("%s is the same in the drawings", (name, hex) => {
    expect(token(kebab(name))).toBe(hex.toLowerCase())
  })

  it.each(Object.entries(GROUP_COLOURS))("group %s too", (slug, { tint, base, deep }) => {
    const block = css.slice(css.indexOf(`[data-group="${slug}"]`)).split("}")[0]
    for (const [name, hex] of Object.entries({ tint, base, deep }))
      expect(block).toContain(`--group-${name}: ${hex.toLowerCase()};`)
    expect(contrast(deep, tint)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(deep, token("surface"))).toBeGreaterThanOrEqual(4.5)
  })

  it.each([
    ["ink", "paper"],
    ["ink", "ochre"],
    ["ink-soft", "paper"],
    ["ink-soft", "sand"],
    ["ink-soft", "sand-deep"],
    ["ochre-deep", "paper"],
    ["lacquer", "surface"],
    ["lacquer-deep", "ochre"],
    ["lacquer-deep", "lacquer-tint"],
    ["paper", "lacquer-deep"],
    ["surface", "lacquer"],
    ["surface", "forest"],
    ["gold", "lacquer-deep"],
    ["river-deep", "river-tint"],
    ["river-deep", "sand"],
    ["forest-deep", "forest-tint"],
    ["forest", "paper"],
  ])("%s can be read on %s", (text, ground) => {
    expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5)
  })

  it("the focus ring is seen on every ground", () => {
    for (const ground of ["paper", "surface", "sand"])
      expect(contrast(token("river"), token(ground))).toBeGreaterThanOrEqual(3)
    expect(contrast(token("lacquer-deep"), token("ochre"))).toBeGreaterThanOrEqual(3)
    expect(contrast(token("gold"), token("lacquer-deep"))).toBeGreaterThanOrEqual(3)
  })
})
