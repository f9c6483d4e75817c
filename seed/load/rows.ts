/**
 * A synthetic product as rows of the tables that the framework's own workflow would fill. Set-based
 * SQL instead of workflows: see docs/decisions/0004-seed.md.
 */
import { type PictureSet } from "../../backend/src/contracts/catalog"
import { type Day, plusDays } from "../../backend/src/contracts/calendar"
import { type GroupSlug } from "../../backend/src/contracts/group"
import { expiryOf, recognitionStatusOn } from "../../backend/src/contracts/recognition"
import { projectionOf } from "../../backend/src/modules/ocop/projection"
import { communeOf, districtOf, fullName, kinds, lookUp } from "../data"
import { legalGroup, regimeOn } from "../register"
import { nextId } from "./ids"
import { type SyntheticProduct, type SyntheticVariant } from "./synthetic"

export type Row = Record<string, unknown>
/** Rows by table, in an order that satisfies the foreign keys. */
export type Tables = Map<string, Row[]>

export type LoadFrame = {
  today: Day
  /** When the goods were put on the shelves. */
  now: Date
  channelId: string
  profileId: string
  categoryIds: ReadonlyMap<GroupSlug, string>
  locationIds: ReadonlyMap<string, string>
  producers: readonly { id: string; name: string; handle: string }[]
  pictures: ReadonlyMap<GroupSlug, PictureSet>
  storeUrl: string
}

/** How the framework stores an amount beside its numeric column. */
const raw = (value: number) => ({ value: String(value), precision: 20 })

const add = (tables: Tables, table: string, row: Row): void => {
  const rows = tables.get(table)
  if (rows) rows.push(row)
  else tables.set(table, [row])
}

const unitName = (code: string): string | undefined => {
  const unit = communeOf.get(code) ?? districtOf.get(code)
  return unit && fullName(unit)
}

function recognitionRow(product: SyntheticProduct, frame: LoadFrame) {
  if (product.recognition === null) return null
  const { stars, days_ago } = product.recognition
  const decision_date = plusDays(frame.today, -days_ago)
  const regime = regimeOn(decision_date)
  const facts = {
    decision_date,
    expires_on: expiryOf(decision_date),
    proposed: false,
    revoked_on: null,
    superseded_on: null,
  }
  return {
    ...facts,
    id: nextId("ocrec"),
    regime_code: regime,
    group_code: legalGroup(product, regime),
    display_group: product.group,
    decision_no: null,
    issuer: "UBND tỉnh Quảng Nam",
    stars,
    score: null,
    proposed_stars: null,
    proposed_on: null,
    evaluation_year: Number(decision_date.slice(0, 4)),
    round: 1,
    certificate_number: `DEMO-TAI-${product.no}`,
    producer_name: lookUpProducer(product, frame).name,
    entity_type: "HKD",
    commune_code: product.commune,
    district_code: product.district,
    origin_text: null,
    revoked_reason: null,
    superseded_by_id: null,
    status: recognitionStatusOn(facts, frame.today),
    sample: true,
  }
}

function lookUpProducer(product: SyntheticProduct, frame: LoadFrame) {
  const producer = frame.producers[product.producer]
  if (!producer) throw new Error(`No synthetic producer ${product.producer}`)
  return producer
}

/** By which a synthetic product is known again. */
export const externalId = (no: number): string => `load-${no}`

const loadSku = (product: SyntheticProduct, variant: number): string =>
  `TAI-${product.no}-${variant + 1}`

/** An empty shelf, filled by the ledger: nothing else may move a stocked quantity. */
function addShelf(
  tables: Tables,
  itemId: string,
  locationId: string,
  quantity: number,
  frame: LoadFrame,
): void {
  add(tables, "inventory_level", {
    id: nextId("ilev"),
    inventory_item_id: itemId,
    location_id: locationId,
    stocked_quantity: 0,
    raw_stocked_quantity: raw(0),
    reserved_quantity: 0,
    raw_reserved_quantity: raw(0),
    incoming_quantity: 0,
    raw_incoming_quantity: raw(0),
  })
  if (quantity === 0) return
  add(tables, "stock_entry", {
    inventory_item_id: itemId,
    location_id: locationId,
    kind: "adjustment",
    quantity,
    on_hand_change: quantity,
    reserved_change: 0,
    reason: "opening",
    document_type: "system",
    document_id: "opening",
    actor_id: "system:seed",
    occurred_at: frame.now,
  })
}

function addVariant(
  tables: Tables,
  product: SyntheticProduct,
  variant: SyntheticVariant,
  index: number,
  ids: { product: string; link: string; option: string },
  frame: LoadFrame,
) {
  const variantId = nextId("variant")
  const valueId = nextId("optval")
  const setId = nextId("pset")
  const itemId = nextId("iitem")
  const sku = loadSku(product, index)
  const { title, price, weight_grams } = variant
  add(tables, "product_option_value", {
    id: valueId,
    value: title,
    option_id: ids.option,
  })
  add(tables, "product_product_option_value", {
    id: nextId("prodoptval"),
    product_product_option_id: ids.link,
    product_option_value_id: valueId,
  })
  add(tables, "product_variant", {
    id: variantId,
    title,
    sku,
    manage_inventory: true,
    allow_backorder: false,
    weight: weight_grams,
    variant_rank: index,
    product_id: ids.product,
  })
  add(tables, "product_variant_option", {
    variant_id: variantId,
    option_value_id: valueId,
  })
  add(tables, "price_set", { id: setId })
  add(tables, "product_variant_price_set", {
    id: nextId("pvps"),
    variant_id: variantId,
    price_set_id: setId,
  })
  add(tables, "price", {
    id: nextId("price"),
    price_set_id: setId,
    currency_code: "vnd",
    amount: price,
    raw_amount: raw(price),
    rules_count: 0,
  })
  add(tables, "inventory_item", { id: itemId, sku, title, requires_shipping: true })
  add(tables, "product_variant_inventory_item", {
    id: nextId("pvitem"),
    variant_id: variantId,
    inventory_item_id: itemId,
    required_quantity: 1,
  })
  for (const [point, quantity] of variant.stock)
    addShelf(
      tables,
      itemId,
      lookUp(frame.locationIds, point, "OCOP point"),
      quantity,
      frame,
    )
}

/** Adds one product to the tables. */
export function addProduct(
  tables: Tables,
  product: SyntheticProduct,
  createdAt: Date,
  frame: LoadFrame,
): void {
  const productId = nextId("prod")
  const optionId = nextId("opt")
  const linkId = nextId("prodopt")
  const producer = lookUpProducer(product, frame)
  const recognition = recognitionRow(product, frame)
  const picture = frame.pictures.get(product.group) ?? null
  const { title, handle, description } = product
  const metadata = {
    ocop_group: product.group,
    sample: true,
    facts: [],
    keywords: [],
    picture,
    counter_only_reason: kinds[product.kind]?.counter_only_reason ?? null,
    ...projectionOf(
      recognition === null ? [] : [recognition],
      unitName,
      producer.name,
      frame.today,
    ),
  }
  add(tables, "product", {
    id: productId,
    title,
    handle,
    description,
    status: "published",
    is_giftcard: false,
    discountable: true,
    thumbnail: picture && `${frame.storeUrl}${picture.base}-640.webp`,
    external_id: externalId(product.no),
    metadata,
    created_at: createdAt,
    updated_at: createdAt,
  })
  add(tables, "product_option", { id: optionId, title: "Quy cách", is_exclusive: true })
  add(tables, "product_product_option", {
    id: linkId,
    product_id: productId,
    product_option_id: optionId,
  })
  const ids = { product: productId, link: linkId, option: optionId }
  for (const [index, variant] of product.variants.entries())
    addVariant(tables, product, variant, index, ids, frame)
  add(tables, "product_sales_channel", {
    id: nextId("prodsc"),
    product_id: productId,
    sales_channel_id: frame.channelId,
  })
  add(tables, "product_shipping_profile", {
    id: nextId("prodsp"),
    product_id: productId,
    shipping_profile_id: frame.profileId,
  })
  add(tables, "product_category_product", {
    product_id: productId,
    product_category_id: lookUp(frame.categoryIds, product.group, "category"),
  })
  add(tables, "product_product_producer_producer", {
    id: nextId("link"),
    product_id: productId,
    producer_id: producer.id,
  })
  if (recognition) {
    add(tables, "ocop_recognition", recognition)
    add(tables, "product_product_ocop_recognition", {
      id: nextId("link"),
      product_id: productId,
      recognition_id: recognition.id,
    })
  }
}
