/** The backend as others see it: a plain client of the store API, and the shop's own admin. */
import { storefrontConfig } from "@ocop/backend/contracts/storefront-config"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { Agent, fetch, type FormData, type Response } from "undici"
import { z } from "zod"
import { env } from "./env"

type Call = {
  method?: "GET" | "POST" | "PUT" | "DELETE"
  body?: unknown
  headers?: Record<string, string>
  /** A loopback address to come from, for limits counted per address. */
  ip?: string
  /** Another backend than the stack's own. */
  at?: string
}

/** A raw call to the backend; the status is the caller's to judge. */
export const backend = (path: string, { method, body, headers, ip, at }: Call = {}) =>
  fetch((at ?? env.BACKEND_URL) + path, {
    method: method ?? "GET",
    dispatcher: ip ? new Agent({ localAddress: ip }) : undefined,
    headers: { "content-type": "application/json", ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

async function parsed<T>(
  path: string,
  response: Response,
  schema: z.ZodType<T>,
): Promise<T> {
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`)
  return schema.parse(JSON.parse(text))
}

let config: Promise<z.infer<typeof storefrontConfig>> | undefined

/** What the storefront's server is told: keys that must never reach a browser. */
export const storefrontSettings = () =>
  (config ??= backend("/storefront/config", {
    headers: { "x-storefront-secret": env.STOREFRONT_SECRET },
  }).then((response) => parsed("/storefront/config", response, storefrontConfig)))

/** The store API with the publishable key and nothing else. */
export async function storeRaw(path: string, call: Call = {}): Promise<Response> {
  const { publishable_key } = await storefrontSettings()
  return backend(path, {
    ...call,
    headers: { "x-publishable-api-key": publishable_key, ...call.headers },
  })
}

export const store = async <T>(
  path: string,
  schema: z.ZodType<T>,
  call?: Call,
): Promise<T> => parsed(path, await storeRaw(path, call), schema)

const accounts = z.object({
  admin: z.object({ email: z.string(), password: z.string() }),
})

let token: Promise<string> | undefined

async function login(): Promise<string> {
  const file = await readFile(join(env.DATA_DIR, "accounts.json"), "utf8")
  const path = "/auth/user/emailpass"
  const body = accounts.parse(JSON.parse(file)).admin
  // Sign-ins are counted per address, and every test file signs in.
  const ip = `127.90.${(process.pid >> 8) & 255}.${process.pid & 255 || 1}`
  const answer = await backend(path, { method: "POST", body, ip })
  return (await parsed(path, answer, z.object({ token: z.string() }))).token
}

export async function adminRaw(path: string, call: Call = {}): Promise<Response> {
  token ??= login()
  const authorization = `Bearer ${await token}`
  return backend(path, { ...call, headers: { ...call.headers, authorization } })
}

/** A form with files (multipart/form-data), sent by the admin's account. */
export async function adminForm(path: string, body: FormData): Promise<Response> {
  token ??= login()
  const authorization = `Bearer ${await token}`
  return fetch(env.BACKEND_URL + path, {
    method: "POST",
    body,
    headers: { authorization },
  })
}

/** The admin API, signed in with the account that the seed made. */
export const admin = async <T>(
  path: string,
  schema: z.ZodType<T>,
  call?: Call,
): Promise<T> => parsed(path, await adminRaw(path, call), schema)
