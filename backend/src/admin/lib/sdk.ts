import Medusa from "@medusajs/js-sdk"

/** The admin's way to the backend: same origin, the session's cookie. */
export const sdk = new Medusa({ baseUrl: "/", auth: { type: "session" } })
