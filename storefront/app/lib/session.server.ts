/**
 * What is remembered about a visitor: the cart, how many things are in it, the order just placed.
 * In one signed, httpOnly cookie; nothing of it is ever taken from a URL or a form.
 */
import { createCookie } from "@remix-run/node"
import { z } from "zod"
import { env } from "./env.server"

const sessionSchema = z.object({
  cartId: z
    .string()
    .regex(/^cart_\w{8,60}$/)
    .optional(),
  /** For the badge, so that no page view asks the backend. */
  count: z.number().int().nonnegative().default(0),
  /** The order just placed: what it takes to look it up, known to this browser anyway. */
  order: z.object({ code: z.string(), phone: z.string() }).optional(),
})
export type ShopSession = z.output<typeof sessionSchema>

const THIRTY_DAYS = 30 * 24 * 60 * 60

function cookie() {
  const { STORE_URL, SESSION_SECRET } = env()
  const secure = STORE_URL.startsWith("https:")
  return createCookie(secure ? "__Host-ocop" : "ocop", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: THIRTY_DAYS,
    secrets: [SESSION_SECRET],
  })
}

/** A missing, forged or outdated cookie is an empty session. */
export async function readSession(request: Request): Promise<ShopSession> {
  const value: unknown = await cookie().parse(request.headers.get("Cookie"))
  return sessionSchema.catch({ count: 0 }).parse(value ?? {})
}

/** Headers that keep the session in the browser. */
export async function sessionHeaders(
  session: ShopSession,
): Promise<{ "Set-Cookie": string }> {
  return { "Set-Cookie": await cookie().serialize(session) }
}
