/**
 * `medusa exec`: one region, one delivery and one product with `UNITS` pieces, and prints what a
 * buyer's client must know as one line of JSON.
 */
import { type ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createProductsWorkflow,
  createRegionsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"

const DELIVERY_VND = 30_000
const PRICE_VND = 100_000

const first = <Value>(values: readonly Value[], what: string): Value => {
  const [value] = values
  if (value === undefined) throw new Error(`no ${what}`)
  return value
}

export default async function openShop({ container }: ExecArgs): Promise<void> {
  const stores = container.resolve(Modules.STORE)
  const store = first(await stores.listStores(), "store")
  const channel = store.default_sales_channel_id
  if (!channel) throw new Error("no sales channel")
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: { supported_currencies: [{ currency_code: "vnd", is_default: true }] },
    },
  })
  const keys = container.resolve(Modules.API_KEY)
  const key = first(await keys.listApiKeys({ type: "publishable" }), "publishable key")
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [channel] },
  })
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Việt Nam",
          currency_code: "vnd",
          countries: ["vn"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: "Kho" }] },
  })
  const location = first(locations, "location")
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: location.id, add: [channel] },
  })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  const { result: profiles } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Giao hàng", type: "default" }] },
  })
  const profile = first(profiles, "shipping profile")
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const set = await fulfilment.createFulfillmentSets({
    name: "Giao hàng",
    type: "shipping",
    service_zones: [
      { name: "Việt Nam", geo_zones: [{ country_code: "vn", type: "country" }] },
    ],
  })
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Giao tận nhà",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: first(set.service_zones, "service zone").id,
        shipping_profile_id: profile.id,
        type: { label: "Thường", description: "Giao tận nhà", code: "standard" },
        prices: [{ currency_code: "vnd", amount: DELIVERY_VND }],
      },
    ],
  })
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Hàng thử",
          status: "published",
          shipping_profile_id: profile.id,
          sales_channels: [{ id: channel }],
          options: [{ title: "Quy cách", values: ["Gói"] }],
          variants: [
            {
              title: "Gói",
              options: { "Quy cách": "Gói" },
              manage_inventory: true,
              prices: [{ currency_code: "vnd", amount: PRICE_VND }],
            },
          ],
        },
      ],
    },
  })
  const variant = first(first(products, "product").variants, "variant")
  const inventory = container.resolve(Modules.INVENTORY)
  const item = first(await inventory.listInventoryItems({}), "inventory item")
  await inventory.createInventoryLevels([
    {
      inventory_item_id: item.id,
      location_id: location.id,
      stocked_quantity: Number(process.env.UNITS),
    },
  ])
  process.stdout.write(
    `${JSON.stringify({
      key: key.token,
      region: first(regions, "region").id,
      variant: variant.id,
      option: first(options, "shipping option").id,
    })}\n`,
  )
}
