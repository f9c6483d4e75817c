import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { type z } from "@medusajs/framework/zod"
import { dayInVietnam } from "../contracts/calendar"
import { type certificateResponse } from "../contracts/recognition"
import { normaliseText } from "../contracts/text"
import { OCOP_MODULE } from "../modules/ocop"
import type OcopModuleService from "../modules/ocop/service"
import { certificatesOf, type LegalNames } from "../search/_certificates"
import { productRow } from "../search/_rows"
import { recognitionLinksOf } from "./register-store"

type Certificate = z.output<typeof certificateResponse>["certificate"]

/** Names of the rule sets and legal groups, by the codes a recognition holds. */
async function legalNames(container: MedusaContainer): Promise<LegalNames> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const [regimes, groups] = await Promise.all([
    ocop.listRegimes({}, { take: null }),
    ocop.listProductGroups({}, { take: null }),
  ])
  return {
    regimes: new Map(regimes.map((regime) => [regime.code, regime.name])),
    groups: new Map(
      groups.map((group) => [`${group.regime_code}/${group.code}`, group.name]),
    ),
  }
}

/**
 * The certificate of that number as anyone may see it, in whatever state it is. Two issuers may
 * use one number: the later decision is shown.
 */
export async function findCertificate(
  container: MedusaContainer,
  number: string,
): Promise<Certificate | null> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const rows = productRow.shape.recognitions.parse(
    await ocop.listRecognitions({ certificate_number: normaliseText(number) }),
  )
  if (rows.length === 0) return null
  const links = await recognitionLinksOf(container, {
    recognition_id: rows.map((row) => row.id),
  })
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts(
      { id: links.map((link) => link.product_id) },
      { select: ["id", "title", "handle"], withDeleted: true },
    )
  const { shown } = certificatesOf(rows, await legalNames(container), dayInVietnam())
  if (!shown) return null
  const link = links.find((entry) => entry.recognition_id === shown.row.id)
  const product = products.find((entry) => entry.id === link?.product_id)
  if (!product) return null
  const { title, handle } = product
  return { ...shown.view, product: { title, handle } }
}
