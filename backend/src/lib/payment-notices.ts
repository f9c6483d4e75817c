/** Reading what a bank or a card processor sends: by its provider, which checks who it is from. */
import { type MedusaRequest } from "@medusajs/framework/http"
import { type MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentActions } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { PAYMENT_NOTICE_MODULE } from "../modules/payment-notice"
import type PaymentNoticeService from "../modules/payment-notice/service"
import { type ReadNotice } from "../modules/payment-notice/service"
import { ApiFailure, busy, notFound } from "./api-failure"

/** The actions that something is done about; the others are intermediate or need nothing of us. */
const CONCERNING: ReadonlySet<string> = new Set([
  PaymentActions.AUTHORIZED,
  PaymentActions.SUCCESSFUL,
])

export const noticesOf = (container: MedusaContainer): PaymentNoticeService =>
  container.resolve(PAYMENT_NOTICE_MODULE)

/** "stripe_stripe" for the framework's provider "pp_stripe_stripe". */
const providerName = z.string().regex(/^[\w-]{1,60}$/)

/** The framework's Stripe provider keeps nothing of its library's error but the words. */
const signatureProblem = z.object({
  message: z.string().startsWith("An error occurred in constructWebhookEvent"),
})

/** Whatever an engine makes of a number: the framework's BigNumber, a string, a number. */
const amount = z.coerce.number().nonnegative().finite().nullable().catch(null)

function rawBody(req: MedusaRequest): string {
  const raw: unknown = req.rawBody
  return Buffer.isBuffer(raw) ? raw.toString("utf8") : JSON.stringify(req.body ?? null)
}

async function assertProvider(container: MedusaContainer, name: string): Promise<void> {
  const providers = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: `pp_${name}`, is_enabled: true }, { take: 1 })
  if (providers.length === 0) throw notFound("Không có kênh thanh toán này.")
}

/**
 * @throws ApiFailure 404 for a provider that is not in use, 401 invalid_signature; 503 when it
 * cannot be told now whether the notice is genuine: its sender repeats it.
 */
async function read(req: MedusaRequest): Promise<ReadNotice> {
  const name = providerName.safeParse(req.params["provider"])
  if (!name.success) throw notFound("Không có kênh thanh toán này.")
  await assertProvider(req.scope, name.data)
  try {
    const { action, data } = await req.scope
      .resolve(Modules.PAYMENT)
      .getWebhookActionAndData({
        provider: name.data,
        payload: {
          data: z.record(z.string(), z.unknown()).catch({}).parse(req.body),
          rawData: rawBody(req),
          headers: req.headers,
        },
      })
    return {
      provider: name.data,
      action,
      session_id: data?.session_id ?? null,
      amount: amount.parse(data?.amount === undefined ? null : Number(data.amount)),
      body: rawBody(req),
    }
  } catch (error) {
    if (signatureProblem.safeParse(error).success)
      throw new ApiFailure(401, "invalid_signature", "Chữ ký của thông báo không đúng.")
    throw busy("Chưa kiểm tra được thông báo này. Hãy gửi lại.", 30)
  }
}

/** Keeps a genuine notice; when this has resolved it may be acknowledged. */
export async function receiveNotice(req: MedusaRequest): Promise<void> {
  const notice = await read(req)
  await noticesOf(req.scope).receive(
    notice,
    notice.session_id !== null && CONCERNING.has(notice.action),
  )
}
