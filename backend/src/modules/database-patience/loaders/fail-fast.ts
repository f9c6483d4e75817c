import { type LoaderOptions } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** How long a request waits for a free connection before it is answered with 503. */
const ACQUIRE_TIMEOUT_MS = 4_000

/**
 * The framework builds the shared pool and lets every request wait 60 s for a connection, with no
 * setting for it: with the database away, pages would hang until each client gives up.
 */
export default async function failFast({ container }: LoaderOptions): Promise<void> {
  const connection: unknown = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const pool = read(read(connection, "client"), "pool")
  if (typeof pool === "object" && pool !== null && "acquireTimeoutMillis" in pool)
    pool.acquireTimeoutMillis = ACQUIRE_TIMEOUT_MS
}

// The connection itself is a function that also has properties.
const read = (value: unknown, key: string): unknown =>
  (typeof value === "object" && value !== null) || typeof value === "function"
    ? Reflect.get(value, key)
    : undefined
