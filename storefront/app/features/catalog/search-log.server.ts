/** What a search found, for the server: it counts searches also when the page comes from its cache. */
import { type AppLoadContext } from "@remix-run/node"

/** @param corrected whether only another reading of the words found something */
export function noteSearch(
  context: AppLoadContext,
  { total, corrected = false }: { total: number; corrected?: boolean },
): void {
  context.search = { total, corrected }
}
