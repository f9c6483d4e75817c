/** Can this server show the shop? Asked by load balancers through /readyz. */
import { searchCatalog } from "../features/catalog/catalog.server"
import { catalogQuery } from "../features/catalog/query"
import { backendConfig } from "./backend.server"

export type Readiness = {
  ready: boolean
  checks: { backend: boolean; search: "up" | "degraded" | "down"; products: number }
}

export async function readiness(): Promise<Readiness> {
  const [config, page] = await Promise.allSettled([
    backendConfig({ refresh: true }),
    searchCatalog(catalogQuery()),
  ])
  const backend = config.status === "fulfilled"
  const search =
    page.status === "rejected" ? "down" : page.value.degraded ? "degraded" : "up"
  const products = page.status === "fulfilled" ? page.value.total : 0
  return {
    ready: backend && search !== "down" && products > 0,
    checks: { backend, search, products },
  }
}
