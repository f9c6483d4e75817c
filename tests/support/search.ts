/** `GET /api/search` of the storefront, checked against its contract. */
import { searchResponse, type SearchResponse } from "@ocop/backend/contracts/catalog"
import { fetch } from "undici"
import { env } from "./env"

export type Hit = SearchResponse["hits"][number]

/** @param query a query string as in the address bar, with or without "?" */
export async function search(query: string): Promise<SearchResponse> {
  const response = await fetch(`${env.STORE_URL}/api/search?${query.replace(/^\?/, "")}`)
  if (response.status !== 200)
    throw new Error(`search "${query}" answered ${response.status}`)
  return searchResponse.parse(await response.json())
}

/** The hit of one product, looked up by its title; undefined when it is not found. */
export async function hitOf(title: string, handle: string): Promise<Hit | undefined> {
  const { hits } = await search(new URLSearchParams({ q: title }).toString())
  return hits.find((hit) => hit.handle === handle)
}
