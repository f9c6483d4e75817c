/** The admin's way to what visitors search for. Throws FetchError with a Vietnamese message. */
import {
  type SearchKind,
  type SearchLogResponse,
  searchLogResponse,
  type SearchPeriod,
} from "../../contracts/search-log"
import { sdk } from "./sdk"

const PATH = "/admin/search-log"

export type SearchChoice = {
  kind: SearchKind
  days: SearchPeriod
  /** Also the words that were searched for only once. */
  singles: boolean
}

export async function fetchSearches(
  choice: SearchChoice,
  page: { limit: number; offset: number },
): Promise<SearchLogResponse> {
  const query = { ...choice, ...page }
  return searchLogResponse.parse(await sdk.client.fetch(PATH, { query }))
}

/** Downloaded by the browser itself, with the session's cookie. */
export const searchesCsv = ({ kind, days, singles }: SearchChoice): string =>
  `${PATH}/csv?${new URLSearchParams({ kind, days: String(days), singles: String(singles) })}`

/** Where the shop shows what these words find. */
export const shopSearch = (storeUrl: string, query: string): string =>
  `${storeUrl}/san-pham?${new URLSearchParams({ q: query })}`
