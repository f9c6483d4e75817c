/** Reads the register: recognitions by product, through the link table. Never writes. */
import { type InferTypeOf, type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import ProductProducerLink from "../links/product-producer"
import ProductRecognitionLink from "../links/product-recognition"
import { OCOP_MODULE } from "../modules/ocop"
import { type Recognition } from "../modules/ocop/models/recognition"
import type OcopModuleService from "../modules/ocop/service"
import { PLACE_MODULE } from "../modules/place"
import type PlaceModuleService from "../modules/place/service"

export type RecognitionRow = InferTypeOf<typeof Recognition>

const recognitionLinks = z.array(
  z.object({ product_id: z.string(), recognition_id: z.string() }),
)
const producerLinks = z.array(
  z.object({ product_id: z.string(), producer_id: z.string() }),
)

type LinkFilter = { product_id?: string[]; recognition_id?: string[] }

/** Pairs of product and recognition; all of them without a filter. */
export async function recognitionLinksOf(
  container: MedusaContainer,
  filters: LinkFilter = {},
): Promise<z.infer<typeof recognitionLinks>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: ProductRecognitionLink.entryPoint,
    fields: ["product_id", "recognition_id"],
    filters,
  })
  return recognitionLinks.parse(data)
}

/** Producer id by product id; of all products without `productIds`. */
export async function producerIdsOf(
  container: MedusaContainer,
  productIds?: string[],
): Promise<Map<string, string>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: ProductProducerLink.entryPoint,
    fields: ["product_id", "producer_id"],
    filters: productIds ? { product_id: productIds } : {},
  })
  return new Map(
    producerLinks.parse(data).map((link) => [link.product_id, link.producer_id]),
  )
}

/** All recognitions of the given products (of every product without `productIds`). */
export async function loadRegister(
  container: MedusaContainer,
  productIds?: string[],
): Promise<Map<string, RecognitionRow[]>> {
  const links = await recognitionLinksOf(
    container,
    productIds ? { product_id: productIds } : {},
  )
  const rows = await listRecognitions(
    container,
    productIds ? links.map((link) => link.recognition_id) : undefined,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  const register = new Map<string, RecognitionRow[]>()
  for (const { product_id, recognition_id } of links) {
    const row = byId.get(recognition_id)
    if (!row) continue
    const history = register.get(product_id)
    if (history) history.push(row)
    else register.set(product_id, [row])
  }
  return register
}

export async function listRecognitions(
  container: MedusaContainer,
  ids?: string[],
): Promise<RecognitionRow[]> {
  if (ids?.length === 0) return []
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  return ocop.listRecognitions(ids ? { id: ids } : {}, {
    take: null,
    order: { id: "ASC" },
  })
}

/** Names of former units by code: "Xã Tiên Phong", "Huyện Tiên Phước". */
export async function formerUnitNames(
  container: MedusaContainer,
  codes: Iterable<string | null>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(codes)].filter((code) => code !== null)
  if (wanted.length === 0) return new Map()
  const place = container.resolve<PlaceModuleService>(PLACE_MODULE)
  const units = await place.listAdminUnits(
    { era: "former", code: wanted },
    { select: ["code", "name"], take: null },
  )
  return new Map(units.map((unit) => [unit.code, unit.name]))
}
