/** The OCOP points: places of stock that serve the web shop, and one delivery service. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createLinksWorkflow,
  createLocationFulfillmentSetWorkflow,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { z } from "zod"
import { createShowroomsWorkflow } from "../../backend/src/workflows/showroom/create-showrooms"
import { showrooms } from "../data"

const PROVIDER = "manual_manual"
const DELIVERY = "Giao hàng tận nơi"
const DELIVERY_PRICE = 30_000
/** The one point whose delivery the web shop offers, so that a buyer sees one choice, not 19. */
const DISPATCH_POINT = "diem-ocop-tam-ky"

const pointRow = z.object({
  handle: z.string(),
  stock_location: z.object({
    id: z.string(),
    sales_channels: z.array(z.object({ id: z.string() })).nullish(),
    fulfillment_providers: z.array(z.object({ id: z.string() })).nullish(),
    fulfillment_sets: z
      .array(
        z.object({
          id: z.string(),
          service_zones: z
            .array(
              z.object({
                id: z.string(),
                shipping_options: z.array(z.object({ id: z.string() })).nullish(),
              }),
            )
            .nullish(),
        }),
      )
      .nullish(),
  }),
})
type Point = z.output<typeof pointRow>

async function listPoints(container: MedusaContainer): Promise<Point[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "showroom",
    fields: [
      "handle",
      "stock_location.id",
      "stock_location.sales_channels.id",
      "stock_location.fulfillment_providers.id",
      "stock_location.fulfillment_sets.id",
      "stock_location.fulfillment_sets.service_zones.id",
      "stock_location.fulfillment_sets.service_zones.shipping_options.id",
    ],
  })
  return z.array(pointRow).parse(data)
}

async function openPoints(container: MedusaContainer): Promise<void> {
  const known = new Set((await listPoints(container)).map(({ handle }) => handle))
  const missing = showrooms.filter(({ handle }) => !known.has(handle))
  if (missing.length === 0) return
  await createShowroomsWorkflow(container).run({
    input: {
      showrooms: missing.map(({ district, current_commune, ...row }) => ({
        ...row,
        district_code: district,
        current_commune_code: current_commune,
        // Opening hours, positions and which point had which funding are invented throughout.
        sample: true,
      })),
    },
  })
}

async function shippingProfile(container: MedusaContainer): Promise<string> {
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const [known] = await fulfilment.listShippingProfiles({ type: "default" }, { take: 1 })
  if (known) return known.id
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Hàng thường", type: "default" }] },
  })
  const [profile] = result
  if (!profile) throw new Error("The shipping profile was not created")
  return profile.id
}

/** Whole Việt Nam, from the given point. Returns the id of the service zone. */
async function serviceZone(container: MedusaContainer, point: Point): Promise<string> {
  const location = point.stock_location
  const zone = location.fulfillment_sets?.[0]?.service_zones?.[0]
  if (zone) return zone.id
  if (!location.fulfillment_sets?.length)
    await createLocationFulfillmentSetWorkflow(container).run({
      input: {
        location_id: location.id,
        fulfillment_set_data: { name: `Giao hàng ${point.handle}`, type: "shipping" },
      },
    })
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const [set] = await fulfilment.listFulfillmentSets(
    { name: `Giao hàng ${point.handle}` },
    { take: 1 },
  )
  if (!set) throw new Error(`No fulfilment set was created for ${point.handle}`)
  const { result } = await createServiceZonesWorkflow(container).run({
    input: {
      data: [
        {
          name: `Việt Nam, từ ${point.handle}`,
          fulfillment_set_id: set.id,
          geo_zones: [{ type: "country", country_code: "vn" }],
        },
      ],
    },
  })
  const [created] = result
  if (!created) throw new Error(`No service zone was created for ${point.handle}`)
  return created.id
}

const hasDelivery = (point: Point): boolean =>
  (point.stock_location.fulfillment_sets ?? []).some((set) =>
    set.service_zones?.some((zone) => zone.shipping_options?.length),
  )

/**
 * Every point can send parcels, as the admin's fulfilment page asks for an option of the
 * location; only one is offered to buyers.
 */
async function openDelivery(
  container: MedusaContainer,
  points: readonly Point[],
  profileId: string,
): Promise<void> {
  const waiting = points.filter((point) => !hasDelivery(point))
  if (waiting.length === 0) return
  const options = []
  for (const point of waiting) {
    const isOffered = point.handle === DISPATCH_POINT
    options.push({
      name: DELIVERY,
      price_type: "flat" as const,
      provider_id: PROVIDER,
      service_zone_id: await serviceZone(container, point),
      shipping_profile_id: profileId,
      type: {
        label: "Tiêu chuẩn",
        description: "Giao trong 2–5 ngày làm việc.",
        code: "standard",
      },
      prices: [{ currency_code: "vnd", amount: DELIVERY_PRICE }],
      rules: [
        {
          attribute: "enabled_in_store",
          operator: "eq" as const,
          value: String(isOffered),
        },
        { attribute: "is_return", operator: "eq" as const, value: "false" },
      ],
    })
  }
  await createShippingOptionsWorkflow(container).run({ input: options })
}

async function connect(
  container: MedusaContainer,
  points: readonly Point[],
  channelId: string,
): Promise<void> {
  const unprovided = points.filter(
    ({ stock_location }) =>
      !stock_location.fulfillment_providers?.some(({ id }) => id === PROVIDER),
  )
  if (unprovided.length > 0)
    await createLinksWorkflow(container).run({
      input: unprovided.map(({ stock_location }) => ({
        [Modules.STOCK_LOCATION]: { stock_location_id: stock_location.id },
        [Modules.FULFILLMENT]: { fulfillment_provider_id: PROVIDER },
      })),
    })
  for (const { stock_location } of points) {
    if (stock_location.sales_channels?.some(({ id }) => id === channelId)) continue
    await linkSalesChannelsToStockLocationWorkflow(container).run({
      input: { id: stock_location.id, add: [channelId] },
    })
  }
}

export type Points = {
  /** Handle of the OCOP point → id of its stock location. */
  locationIds: ReadonlyMap<string, string>
  profileId: string
}

/** Opens the points and their delivery; what is there stays. */
export async function openPointsOfSale(
  container: MedusaContainer,
  channelId: string,
): Promise<Points> {
  await openPoints(container)
  const points = await listPoints(container)
  await connect(container, points, channelId)
  const profileId = await shippingProfile(container)
  await openDelivery(container, points, profileId)
  return {
    locationIds: new Map(
      points.map(({ handle, stock_location }) => [handle, stock_location.id]),
    ),
    profileId,
  }
}
