/**
 * What the browser gets in place of zod (see vite.config.ts). The contracts build their schemas
 * beside the labels that pages need; only the server ever uses a schema, so in the browser building
 * one makes nothing, and using one is a mistake that shows at once.
 */
const CHECKING = new Set([
  "parse",
  "safeParse",
  "parseAsync",
  "safeParseAsync",
  "options",
  "shape",
])

const inert: object = new Proxy(() => undefined, {
  apply: () => inert,
  get(_target, name) {
    if (typeof name === "string" && CHECKING.has(name))
      throw new Error(`Schemas are for the server: "${name}" was used in the browser.`)
    return inert
  },
})

export { inert as z }
