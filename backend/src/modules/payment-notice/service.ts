import { createHash } from "node:crypto"
import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** What a notice says, as its provider reads it. */
export type ReadNotice = {
  provider: string
  /** One of the framework's payment actions. */
  action: string
  session_id: string | null
  /** đồng */
  amount: number | null
  /** As it was sent. */
  body: string
}

const notice = z.object({
  id: z.coerce.string(),
  provider: z.string(),
  action: z.string(),
  session_id: z.string().nullable(),
  amount: z.coerce.number().nullable(),
  settled: z.boolean(),
})
export type Notice = z.output<typeof notice>

/** Notices of payment, kept from before they are acknowledged. */
class PaymentNoticeService {
  private readonly knex: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /**
   * Once this has resolved the notice cannot be lost. The same notice again changes nothing.
   * @param concerns whether there is anything to be done about it.
   */
  async receive(read: ReadNotice, concerns: boolean): Promise<void> {
    const { provider, action, session_id, amount, body } = read
    await this.knex.raw(
      `insert into payment_notice as known
         (provider, fingerprint, action, session_id, amount, body, settled_at)
       values (:provider, :fingerprint, :action, :session_id, :amount, :body,
               case when :concerns then null else clock_timestamp() end)
       on conflict (provider, fingerprint) do update set times = known.times + 1`,
      {
        provider,
        fingerprint: createHash("sha256").update(body).digest("hex"),
        action,
        session_id,
        amount,
        body,
        concerns,
      },
    )
  }

  async retrieve(id: string): Promise<Notice | null> {
    const result = await this.knex.raw(
      `select id, provider, action, session_id, amount, settled_at is not null as settled
         from payment_notice where id = ?`,
      [id],
    )
    return z.array(notice).parse(result.rows)[0] ?? null
  }

  async settle(id: string): Promise<void> {
    await this.knex.raw(
      `update payment_notice set settled_at = clock_timestamp()
        where id = ? and settled_at is null`,
      [id],
    )
  }
}

export default PaymentNoticeService
