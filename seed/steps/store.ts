/** The shop's frame: store, sales channel, publishable key, region, taxes, categories. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createProductCategoriesWorkflow,
  createProductTypesWorkflow,
  createRegionsWorkflow,
  createTaxRatesWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateApiKeysWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import { COD_PROVIDER } from "../../backend/src/contracts/checkout"
import { GROUPS, groupSlug, type GroupSlug } from "../../backend/src/contracts/group"
import { STOREFRONT_KEY_TITLE } from "../../backend/src/contracts/storefront-config"

const STORE_NAME = "OCOP Quảng Nam"
const CHANNEL_NAME = "Cửa hàng trực tuyến"
/** Value added tax in per cent; prices include it. Alcohol is left out of the 8 % relief. */
const VAT = { general: 8, alcohol: 10 }
const ALCOHOL_TYPE = "Đồ uống có cồn"

export type Shop = {
  channelId: string
  regionId: string
  /** Product type that carries the higher tax. */
  alcoholTypeId: string
  categoryIds: ReadonlyMap<GroupSlug, string>
}

async function nameStore(container: MedusaContainer): Promise<string> {
  const stores = container.resolve(Modules.STORE)
  const [store] = await stores.listStores({}, { take: 1 })
  const channelId = store?.default_sales_channel_id
  // The framework makes both when it starts.
  if (!store || !channelId) throw new Error("Medusa made no store or no sales channel")
  if (store.name !== STORE_NAME) {
    await updateStoresWorkflow(container).run({
      input: {
        selector: { id: store.id },
        update: {
          name: STORE_NAME,
          supported_currencies: [
            { currency_code: "vnd", is_default: true, is_tax_inclusive: true },
          ],
        },
      },
    })
    await updateSalesChannelsWorkflow(container).run({
      input: { selector: { id: channelId }, update: { name: CHANNEL_NAME } },
    })
  }
  return channelId
}

async function nameKey(container: MedusaContainer, channelId: string): Promise<void> {
  const keys = container.resolve(Modules.API_KEY)
  const found = await keys.listApiKeys({ type: "publishable" }, { take: 20 })
  if (found.some(({ title }) => title === STOREFRONT_KEY_TITLE)) return
  const [key] = found
  if (!key) throw new Error("Medusa made no publishable key")
  await updateApiKeysWorkflow(container).run({
    input: { selector: { id: key.id }, update: { title: STOREFRONT_KEY_TITLE } },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [channelId] },
  })
}

async function openRegion(container: MedusaContainer): Promise<string> {
  const regions = container.resolve(Modules.REGION)
  const [known] = await regions.listRegions({ name: "Việt Nam" }, { take: 1 })
  if (known) return known.id
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Việt Nam",
          currency_code: "vnd",
          countries: ["vn"],
          payment_providers: [COD_PROVIDER],
          is_tax_inclusive: true,
        },
      ],
    },
  })
  const [region] = result
  if (!region) throw new Error("The region was not created")
  const stores = container.resolve(Modules.STORE)
  const [store] = await stores.listStores({}, { take: 1 })
  if (store)
    await updateStoresWorkflow(container).run({
      input: { selector: { id: store.id }, update: { default_region_id: region.id } },
    })
  return region.id
}

async function alcoholType(container: MedusaContainer): Promise<string> {
  const products = container.resolve(Modules.PRODUCT)
  const [known] = await products.listProductTypes({ value: ALCOHOL_TYPE }, { take: 1 })
  if (known) return known.id
  const { result } = await createProductTypesWorkflow(container).run({
    input: { product_types: [{ value: ALCOHOL_TYPE }] },
  })
  const [type] = result
  if (!type) throw new Error("The product type was not created")
  return type.id
}

async function setTaxes(
  container: MedusaContainer,
  alcoholTypeId: string,
): Promise<void> {
  const taxes = container.resolve(Modules.TAX)
  const known = await taxes.listTaxRegions({ country_code: "vn" }, { take: 1 })
  if (known.length > 0) return
  const { result } = await createTaxRegionsWorkflow(container).run({
    input: [
      {
        country_code: "vn",
        provider_id: "tp_system",
        default_tax_rate: { name: "Thuế GTGT 8%", code: "GTGT8", rate: VAT.general },
      },
    ],
  })
  const [region] = result
  if (!region) throw new Error("The tax region was not created")
  await createTaxRatesWorkflow(container).run({
    input: [
      {
        tax_region_id: region.id,
        name: "Thuế GTGT 10%",
        code: "GTGT10",
        rate: VAT.alcohol,
        rules: [{ reference: "product_type", reference_id: alcoholTypeId }],
      },
    ],
  })
}

async function openCategories(
  container: MedusaContainer,
): Promise<ReadonlyMap<GroupSlug, string>> {
  const products = container.resolve(Modules.PRODUCT)
  const known = await products.listProductCategories(
    { handle: [...groupSlug.options] },
    { select: ["id", "handle"] },
  )
  const handles = new Set(known.map(({ handle }) => handle))
  const missing = groupSlug.options.filter((slug) => !handles.has(slug))
  const made =
    missing.length === 0
      ? []
      : (
          await createProductCategoriesWorkflow(container).run({
            input: {
              product_categories: missing.map((slug) => ({
                name: GROUPS[slug].label,
                handle: slug,
                is_active: true,
                is_internal: false,
              })),
            },
          })
        ).result
  const ids = new Map([...known, ...made].map(({ handle, id }) => [handle, id]))
  return new Map(
    groupSlug.options.flatMap((slug) => {
      const id = ids.get(slug)
      return id === undefined ? [] : [[slug, id] as const]
    }),
  )
}

/** Sets up what every profile needs; what is there stays. */
export async function openShop(container: MedusaContainer): Promise<Shop> {
  const channelId = await nameStore(container)
  await nameKey(container, channelId)
  const regionId = await openRegion(container)
  const alcoholTypeId = await alcoholType(container)
  await setTaxes(container, alcoholTypeId)
  const categoryIds = await openCategories(container)
  return { channelId, regionId, alcoholTypeId, categoryIds }
}
