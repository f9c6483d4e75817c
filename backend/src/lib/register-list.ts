import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { recognitionStatus } from "../contracts/recognition"
import { registerEntry, type RegisterResponse } from "../contracts/register"
import { normaliseText } from "../contracts/text"
import { OCOP_MODULE } from "../modules/ocop"
import type OcopModuleService from "../modules/ocop/service"
import { recognitionLinksOf } from "./register-store"

const MAX_LIMIT = 100
const WILDCARDS = /[\\%_]/g

export const registerQuery = z.object({
  status: recognitionStatus.optional(),
  product_id: z.string().optional(),
  /** Part of a certificate number, decision number or producer's name. */
  q: z.string().max(100).transform(normaliseText).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(20),
  offset: z.coerce.number().int().min(0).default(0),
})

/** A page of the register, the latest decisions first. */
export async function listRegister(
  container: MedusaContainer,
  { status, product_id, q, limit, offset }: z.output<typeof registerQuery>,
): Promise<RegisterResponse> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const ofProduct = product_id
    ? await recognitionLinksOf(container, { product_id: [product_id] })
    : null
  const like = q && { $ilike: `%${q.replace(WILDCARDS, "\\$&")}%` }
  const [rows, count] = await ocop.listAndCountRecognitions(
    {
      ...(status && { status }),
      ...(ofProduct && { id: ofProduct.map((link) => link.recognition_id) }),
      ...(like && {
        $or: [
          { certificate_number: like },
          { decision_no: like },
          { producer_name: like },
        ],
      }),
    },
    { take: limit, skip: offset, order: { decision_date: "DESC", id: "ASC" } },
  )
  const productOf = await productsOf(
    container,
    rows.map((row) => row.id),
  )
  return {
    recognitions: rows.map((row) =>
      registerEntry.parse({ ...row, product: productOf.get(row.id) ?? null }),
    ),
    count,
    limit,
    offset,
  }
}

/** Recognition id → its product, withdrawn ones included. */
async function productsOf(container: MedusaContainer, ids: string[]) {
  if (ids.length === 0) return new Map<string, { id: string; title: string }>()
  const links = await recognitionLinksOf(container, { recognition_id: ids })
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { id: links.map((link) => link.product_id) },
      { select: ["id", "title"], take: links.length, withDeleted: true },
    )
  const byId = new Map(products.map(({ id, title }) => [id, { id, title }]))
  return new Map(
    links.flatMap(({ recognition_id, product_id }) => {
      const product = byId.get(product_id)
      return product ? [[recognition_id, product] as const] : []
    }),
  )
}
