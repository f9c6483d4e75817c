import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { type ApiError } from "../../../contracts/errors"
import {
  STOREFRONT_KEY_TITLE,
  type StorefrontConfig,
} from "../../../contracts/storefront-config"
import { searchOnlyKey } from "../../../lib/search-key"
import { isStorefront, STOREFRONT_SECRET_HEADER } from "../../../lib/storefront-secret"
import { activePhysicalIndex } from "../../../search/_engine"
import { FALLBACK_INDEX, PRODUCT_INDEX } from "../../../search/_names"

/** What the storefront's server must know; to anyone else the address does not exist. */
export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<StorefrontConfig | ApiError>,
): Promise<void> {
  if (!isStorefront(req.headers[STOREFRONT_SECRET_HEADER])) {
    res.status(404).json({ code: "not_found", message: "Không tìm thấy." })
    return
  }
  res.setHeader("Cache-Control", "no-store")
  const [shop, index, key] = await Promise.all([
    readShop(req.scope),
    activePhysicalIndex(req.scope, PRODUCT_INDEX),
    searchOnlyKey(),
  ])
  if (shop === null) {
    res
      .status(503)
      .json({ code: "not_seeded", message: "Cửa hàng chưa có dữ liệu ban đầu." })
    return
  }
  res.json({
    ...shop,
    search: { index: index ?? "", key: key ?? "", fallback_entity: FALLBACK_INDEX },
  })
}

const keys = z.array(
  z.object({ token: z.string(), sales_channels: z.array(z.object({ id: z.string() })) }),
)
const regions = z.array(z.object({ id: z.string() }))

async function readShop(
  container: MedusaContainer,
): Promise<Omit<StorefrontConfig, "search"> | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [keyResult, regionResult] = await Promise.all([
    query.graph({
      entity: "api_key",
      fields: ["token", "sales_channels.id"],
      filters: { type: "publishable", title: STOREFRONT_KEY_TITLE, revoked_at: null },
      pagination: { take: 1, order: { created_at: "ASC" } },
    }),
    query.graph({
      entity: "region",
      fields: ["id"],
      filters: { currency_code: "vnd" },
      pagination: { take: 1, order: { created_at: "ASC" } },
    }),
  ])
  const [key] = keys.parse(keyResult.data)
  const [region] = regions.parse(regionResult.data)
  const channel = key?.sales_channels[0]
  if (!key || !channel || !region) return null
  return {
    publishable_key: key.token,
    region_id: region.id,
    sales_channel_id: channel.id,
  }
}
