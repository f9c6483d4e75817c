import { dayInVietnam, daysBetween, plusDays } from "@ocop/backend/contracts/calendar"
import {
  expiryOf,
  recognitionStatus,
  type CertifiedStars,
} from "@ocop/backend/contracts/recognition"
import { registerResponse } from "@ocop/backend/contracts/register"
import { beforeAll, describe, expect, it } from "vitest"
import { z } from "zod"
import { admin, adminRaw, backend, store } from "../support/backend"
import { hitOf, search } from "../support/search"
import { Visitor } from "../support/visitor"

const within = { timeout: 5_000, interval: 100 }
const today = dayInVietnam()
const visitor = new Visitor()

const register = (query: string) =>
  admin(`/admin/recognitions?${query}`, registerResponse)
const recorded = z.object({
  recognitions: z.array(z.object({ id: z.string(), product_id: z.string() })),
})

describe("the register holds every state of a recognition", () => {
  it.each(recognitionStatus.options)("%s", async (status) => {
    const { count, recognitions } = await register(`status=${status}`)
    expect(count).toBeGreaterThan(0)
    for (const entry of recognitions) expect(entry.status).toBe(status)
  })

  it("certificates run out within 30, 90 and 180 days", async () => {
    const { recognitions } = await register("status=expiring&limit=100")
    const left = recognitions.map(({ expires_on }) =>
      daysBetween(today, expires_on ?? ""),
    )
    for (const days of left) expect(days).toBeLessThanOrEqual(180)
    expect(left.some((days) => days > 0 && days <= 30)).toBe(true)
    expect(left.some((days) => days > 30 && days <= 90)).toBe(true)
    expect(left.some((days) => days > 90)).toBe(true)
  })

  it("is closed to who is not signed in", async () => {
    const answer = await backend("/admin/recognitions")
    expect(answer.status).toBe(401)
  })
})

describe("what the register decides, shop and search follow within 5 s", () => {
  let product: { id: string; handle: string; title: string }
  let current: string

  beforeAll(async () => {
    const { hits } = await search("sao=3&sap-xep=gia-giam&trang=2")
    for (const { handle } of hits) {
      const { products } = await admin(
        `/admin/products?handle=${handle}&fields=id,handle,title`,
        z.object({
          products: z.array(
            z.object({ id: z.string(), handle: z.string(), title: z.string() }),
          ),
        }),
      )
      const [found] = products
      if (!found) continue
      const { recognitions } = await register(`product_id=${found.id}`)
      const valid = recognitions.find(({ status }) => status === "valid")
      if (!valid || valid.proposed_stars !== null) continue
      product = found
      current = valid.id
      return
    }
    throw new Error("no three-star product with a valid certificate")
  })

  const metadata = async () => {
    const { products } = await store(
      `/store/products?handle=${product.handle}&fields=handle,+metadata`,
      z.object({
        products: z.array(z.object({ metadata: z.record(z.string(), z.unknown()) })),
      }),
    )
    return products[0]?.metadata ?? {}
  }
  const starsFound = async () => (await hitOf(product.title, product.handle))?.stars
  const pageText = async () =>
    (await visitor.get(`/san-pham/${product.handle}`)).$("main").text()
  const propose = (stars: CertifiedStars | null) =>
    admin(`/admin/recognitions/${current}/propose`, z.unknown(), {
      method: "POST",
      body: { stars, on: today },
    })

  /** A line of a decision signed today. */
  const decision = (stars: CertifiedStars, number: string) => ({
    product_id: product.id,
    regime_code: "R3",
    group_code: "bo-1",
    display_group: "thuc-pham",
    decision_no: `${number}/QĐ-UBND`,
    decision_date: today,
    issuer: "Ủy ban nhân dân thành phố Đà Nẵng",
    stars,
    evaluation_year: Number(today.slice(0, 4)),
    certificate_number: number,
    producer_name: "Chủ thể thử nghiệm",
    entity_type: "HTX",
    district_code: "502",
    sample: true,
  })

  it("a proposal for five stars is shown as a proposal and adds no star", async () => {
    await propose(5)
    await expect.poll(pageText, within).toMatch(/đề nghị xét 5 sao/i)
    expect((await metadata()).ocop_stars).toBe(3)
    expect(await starsFound()).toBe(3)
    await propose(null)
    await expect.poll(pageText, within).not.toMatch(/đề nghị xét 5 sao/i)
  })

  it("a proposal that is not higher than the star held is refused", async () => {
    const answer = await adminRaw(`/admin/recognitions/${current}/propose`, {
      method: "POST",
      body: { stars: 3, on: today },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  it("a certificate number that its issuer has given already is refused", async () => {
    const { recognitions } = await register("status=valid&limit=100")
    const other = recognitions.find((row) => row.product?.id !== product.id)
    if (!other) throw new Error("no other valid certificate")
    const answer = await adminRaw("/admin/recognitions", {
      method: "POST",
      body: {
        recognitions: [
          {
            ...decision(3, other.certificate_number ?? ""),
            issuer: other.issuer,
          },
        ],
      },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await starsFound()).toBe(3)
  })

  it("a new decision takes the place of the old one; revoked, it leaves no star", async () => {
    const number = `DEMO-THU-${Date.now()}`
    const { recognitions } = await admin("/admin/recognitions", recorded, {
      method: "POST",
      body: { recognitions: [decision(4, number)] },
    })
    const id = recognitions[0]?.id ?? ""
    await expect.poll(starsFound, within).toBe(4)
    expect(await metadata()).toMatchObject({
      ocop_stars: 4,
      ocop_certificate: number,
      ocop_expires_on: expiryOf(today),
    })
    await expect.poll(pageText, within).toContain(number)
    const after = await register(`product_id=${product.id}`)
    const statusOf = (entry: string) =>
      after.recognitions.find((row) => row.id === entry)?.status
    expect(statusOf(id)).toBe("valid")
    expect(statusOf(current)).toBe("superseded")

    await admin(`/admin/recognitions/${id}/revoke`, z.unknown(), {
      method: "POST",
      body: { on: today, reason: "Thu hồi trong kiểm thử." },
    })
    await expect.poll(starsFound, within).toBe(0)
    const left = await metadata()
    for (const key of ["ocop_stars", "ocop_certificate", "ocop_expires_on"])
      expect(left).not.toHaveProperty(key)
    await expect.poll(pageText, within).toMatch(/thu hồi/i)
    const certificate = await visitor.get(`/xac-thuc/${number}`)
    expect(certificate.status).toBe(200)
    expect(certificate.$("main").text()).toMatch(/thu hồi/i)
  })

  it.each([
    ["two stars", { stars: 2 }],
    ["a day that does not exist", { decision_date: "2026-02-30" }],
    ["an end before the decision", { expires_on: plusDays(today, -1) }],
    ["a decision without stars", { stars: null }],
    ["an unknown product", { product_id: "prod_khong_co" }],
    ["an unknown regime", { regime_code: "R9" }],
  ])("%s is refused with a message and records nothing", async (_, change) => {
    const before = (await register("limit=1")).count
    const answer = await adminRaw("/admin/recognitions", {
      method: "POST",
      body: {
        recognitions: [
          {
            ...decision(3, `DEMO-SAI-${Date.now()}`),
            ...change,
          },
        ],
      },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.json()).toMatchObject({ message: expect.any(String) })
    expect((await register("limit=1")).count).toBe(before)
  })
})
