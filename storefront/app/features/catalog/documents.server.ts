/** Documents as the engines return them → checked documents. */
import {
  catalogDocument,
  type CatalogDocument,
  pictureSet,
} from "@ocop/backend/contracts/catalog"
import { log } from "#app/lib/log.server"

/** Fields under an object are known to the engines one by one. */
const PICTURE_FIELDS = Object.keys(pictureSet.shape).map((field) => `thumbnail.${field}`)

/** Everything the contract holds. */
export const ALL_FIELDS: string[] = Object.keys(catalogDocument.shape).flatMap((field) =>
  field === "thumbnail" ? PICTURE_FIELDS : [field],
)
/** Everything a list needs; the product page's `detail` is large and left out. */
export const LIST_FIELDS: string[] = ALL_FIELDS.filter((field) => field !== "detail")

/** Leaves out, and reports, what does not keep to the contract: one document must not fail a page. */
export function readDocuments(hits: readonly object[]): CatalogDocument[] {
  return hits.flatMap((hit) => {
    const parsed = catalogDocument.safeParse({ thumbnail: null, ...hit })
    if (parsed.success) return [parsed.data]
    log("error", { message: "search document refused", issues: parsed.error.issues })
    return []
  })
}
