import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { productStatusResponse } from "@ocop/backend/contracts/figures"
import { producerListResponse, producerResponse } from "@ocop/backend/contracts/producer"
import {
  certificateResponse,
  expiryOf,
  isCurrent,
} from "@ocop/backend/contracts/recognition"
import { showroomListResponse, showroomResponse } from "@ocop/backend/contracts/showroom"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { store, storeRaw } from "../support/backend"
import { search } from "../support/search"
import { Visitor } from "../support/visitor"

const plainProducts = z.object({
  products: z.array(
    z.object({ handle: z.string(), metadata: z.record(z.string(), z.unknown()) }),
  ),
})
const plainProduct = async (handle: string) =>
  (await store(`/store/products?handle=${handle}&fields=handle,+metadata`, plainProducts))
    .products[0]

describe("what a plain client of the store API sees of the register", () => {
  it("product.metadata names stars, certificate, last day, origin and producer", async () => {
    for (const stars of [3, 4, 5]) {
      const { hits } = await search(`sao=${stars}`)
      const hit = hits[0]
      expect(hit, `a product of ${stars} stars`).toBeDefined()
      const product = await plainProduct(hit?.handle ?? "")
      expect(product?.metadata).toMatchObject({
        ocop_stars: stars,
        ocop_certificate: expect.stringMatching(/./),
        ocop_expires_on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        origin_district: expect.stringMatching(/./),
        producer: hit?.producer,
      })
      expect(String(product?.metadata.ocop_expires_on) > dayInVietnam()).toBe(true)
    }
  })

  it("a product without a certificate in force carries no star", async () => {
    const { products } = await store(
      "/store/products?limit=100&offset=0&fields=handle,+metadata",
      plainProducts,
    )
    const starless = products.filter(({ metadata }) => !("ocop_stars" in metadata))
    for (const { metadata } of starless) {
      expect(metadata).not.toHaveProperty("ocop_certificate")
      expect(metadata).not.toHaveProperty("ocop_expires_on")
    }
    for (const { metadata } of products)
      if ("ocop_expires_on" in metadata)
        expect(String(metadata.ocop_expires_on) > dayInVietnam()).toBe(true)
  })

  it("the certificate's page and answer agree with the projection", async () => {
    const { hits } = await search("sao=4")
    const product = await plainProduct(hits[0]?.handle ?? "")
    const number = String(product?.metadata.ocop_certificate)
    const { certificate } = await store(
      `/store/certificates/${encodeURIComponent(number)}`,
      certificateResponse,
    )
    expect(certificate.stars).toBe(4)
    expect(isCurrent(certificate.status)).toBe(true)
    expect(certificate.expires_on).toBe(expiryOf(certificate.decision_date))
    expect(certificate.product.handle).toBe(product?.handle)
    const page = await new Visitor().get(`/xac-thuc/${encodeURIComponent(number)}`)
    expect(page.$("main").text()).toContain(number)
    expect(page.$("main").text()).toMatch(/còn hiệu lực|sắp hết hạn/i)
  })

  it("what is invented says so: certificate numbers begin with DEMO-", async () => {
    const { hits } = await search("")
    for (const { handle } of hits.slice(0, 5)) {
      const number = (await plainProduct(handle))?.metadata.ocop_certificate
      if (number !== undefined) expect(number).toMatch(/^DEMO-/)
    }
  })
})

describe("lists of the store API", () => {
  it("producers: each is found under its handle and has no person's contact data", async () => {
    const { producers } = await store("/store/producers", producerListResponse)
    expect(producers.length).toBeGreaterThanOrEqual(189)
    const [first] = producers
    const { producer } = await store(
      `/store/producers/${first?.handle}`,
      producerResponse,
    )
    expect(producer).toEqual(first)
    expect(JSON.stringify(producers)).not.toMatch(/\b0\d{9}\b|@|phone|bank/i)
  })

  it("19 OCOP points, each found under its handle", async () => {
    const { showrooms } = await store("/store/showrooms", showroomListResponse)
    expect(showrooms).toHaveLength(19)
    const [first] = showrooms
    const { showroom } = await store(
      `/store/showrooms/${first?.handle}`,
      showroomResponse,
    )
    expect(showroom).toEqual(first)
  })

  it.each([
    "/store/producers/khong-co",
    "/store/showrooms/khong-co",
    "/store/certificates/KHONG-CO",
  ])("%s is 404 with code and a Vietnamese message", async (path) => {
    const answer = await storeRaw(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({
      code: expect.any(String),
      message: expect.stringMatching(/không/i),
    })
  })

  it("a product is live, or unknown; the answer never fails", async () => {
    const { hits } = await search("")
    const status = async (handle: string) =>
      (await store(`/store/product-status/${handle}`, productStatusResponse)).status
    expect(await status(hits[0]?.handle ?? "")).toBe("live")
    expect(await status("khong-co-san-pham-nay")).toBe("unknown")
  })

  it("nothing is answered without the publishable key", async () => {
    const answer = await storeRaw("/store/producers", {
      headers: { "x-publishable-api-key": "pk_wrong" },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })
})
