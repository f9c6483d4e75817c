import { type LoaderFunctionArgs } from "@remix-run/node"
import { parseCatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { answerJson } from "#app/features/catalog/api.server"
import { suggest } from "#app/features/catalog/catalog.server"

/** What to offer while somebody types: `?q=`. */
export const loader = ({ request }: LoaderFunctionArgs): Promise<Response> =>
  answerJson(() => suggest(parseCatalogQuery(new URL(request.url).searchParams).q))
