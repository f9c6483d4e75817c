/** Reads products page by page and turns them into documents; shared by both indexes. */
import { type SearchTypes } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { dayInVietnam } from "../contracts/calendar"
import { type IndexedDocument, type Surroundings, toDocument } from "./_documents"
import { placesOf, type Places } from "./_origin"
import {
  placeRow,
  PRODUCT_FIELDS,
  productGroupRow,
  productRow,
  regimeRow,
  showroomRow,
  successionRow,
} from "./_rows"

type Query = Pick<SearchTypes.SearchContainer["query"], "graph">
type Container = { query: Query; logger: SearchTypes.SearchContainer["logger"] }

/** Administrative units change by law, not by the minute. */
const PLACES_TTL_MS = 60_000
let places: { value: Places; at: number } | undefined

async function all<Row extends z.ZodType>(
  query: Query,
  entity: string,
  fields: string[],
  schema: Row,
): Promise<z.output<Row>[]> {
  const { data } = await query.graph({ entity, fields })
  return z.array(schema).parse(data)
}

async function readPlaces(query: Query): Promise<Places> {
  if (places && Date.now() - places.at < PLACES_TTL_MS) return places.value
  const [units, successions] = await Promise.all([
    all(
      query,
      "admin_unit",
      ["code", "era", "level", "name", "slug", "parent_code", "name_variants"],
      placeRow,
    ),
    all(query, "unit_succession", ["former_code", "current_code"], successionRow),
  ])
  const value = placesOf(units, successions)
  // An empty register means that the seed has not run yet: ask again next time.
  places = units.length === 0 ? undefined : { value, at: Date.now() }
  return value
}

async function readSurroundings(query: Query): Promise<Surroundings> {
  const [known, showrooms, regimes, groups] = await Promise.all([
    readPlaces(query),
    all(query, "showroom", ["handle", "stock_location.id"], showroomRow),
    all(query, "regime", ["code", "name"], regimeRow),
    all(query, "product_group", ["regime_code", "code", "name"], productGroupRow),
  ])
  return {
    places: known,
    names: {
      regimes: new Map(regimes.map(({ code, name }) => [code, name])),
      groups: new Map(
        groups.map(({ regime_code, code, name }) => [`${regime_code}/${code}`, name]),
      ),
    },
    showrooms: new Map(
      showrooms.flatMap(({ handle, stock_location }) =>
        stock_location ? [[stock_location.id, handle] as const] : [],
      ),
    ),
    today: dayInVietnam(),
  }
}

/** A page of graph rows (`PRODUCT_FIELDS`) → documents; what is not for sale is left out. */
export async function toDocuments(
  rows: readonly unknown[],
  { query, logger }: Container,
): Promise<IndexedDocument[]> {
  const around = await readSurroundings(query)
  return rows.flatMap((raw) => {
    const row = productRow.safeParse(raw)
    if (!row.success) {
      // One broken product must not keep the others out of the shop.
      logger.error(`Product left out of the index: ${z.prettifyError(row.error)}`)
      return []
    }
    return toDocument(row.data, around) ?? []
  })
}

/** What `graphSeed` and `graphConsume` of both indexes are built from. */
export const catalogSource = {
  fields: PRODUCT_FIELDS,
  transform: (
    rows: Record<string, unknown>[],
    context: SearchTypes.SearchIngestionContext,
  ) => toDocuments(rows, context.container),
}
