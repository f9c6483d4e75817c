import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Context, type PromotionTypes } from "@medusajs/framework/types"
import { MedusaContextType } from "@medusajs/framework/utils"
import { PromotionModuleService } from "@medusajs/promotion/dist/services"
import { stockContext } from "../inventory/context"
import { noteCounted, noteGivenBack } from "./counted-carts"

/** A use is given back when its order has failed: that must not fail for a little waiting. */
const WAIT = "20s"

type Transaction = { getTransactionContext: () => Knex }

/**
 * Uses of a promotion are counted up under a lock on its rows, but the framework counts them down
 * without one (medusa#16595): an order that fails while another succeeds writes an old number back,
 * and the promotion may be used too often, or never to its end.
 */
class ExactPromotionService extends PromotionModuleService {
  /** Counts the uses of a cart once, however often its completion is cut off and begun anew. */
  override async registerUsage(
    computedActions: PromotionTypes.UsageComputedActions[],
    registrationContext: PromotionTypes.CampaignBudgetUsageContext,
    sharedContext: Context = {},
  ): Promise<void> {
    if (codesOf(computedActions).length === 0) return
    await this.baseRepository_.transaction(async (transactionManager: Transaction) => {
      const { cartId } = stockContext()
      const transaction = transactionManager.getTransactionContext()
      if (cartId && !(await noteCounted(transaction, cartId))) return
      await super.registerUsage(computedActions, registrationContext, {
        ...sharedContext,
        __type: MedusaContextType,
        transactionManager,
      })
    })
  }

  /** Gives uses back, one caller after the other. */
  override async revertUsage(
    computedActions: PromotionTypes.UsageComputedActions[],
    registrationContext: PromotionTypes.CampaignBudgetUsageContext,
    sharedContext: Context = {},
  ): Promise<void> {
    const codes = codesOf(computedActions)
    if (codes.length === 0) return
    await this.baseRepository_.transaction(async (transactionManager: Transaction) => {
      const { cartId } = stockContext()
      const transaction = transactionManager.getTransactionContext()
      if (cartId && !(await noteGivenBack(transaction, cartId))) return
      await lockCounters(transaction, codes)
      await super.revertUsage(computedActions, registrationContext, {
        ...sharedContext,
        __type: MedusaContextType,
        transactionManager,
      })
    })
  }
}

const codesOf = (actions: PromotionTypes.UsageComputedActions[]): string[] =>
  actions.flatMap(({ code }) => code || [])

/** The rows, and the order of locking, in which the framework counts up. */
async function lockCounters(transaction: Knex, codes: string[]): Promise<void> {
  await transaction.raw(`set local lock_timeout = '${WAIT}'`)
  await transaction.raw(
    `select id from promotion
      where code = any(?) and "limit" is not null and deleted_at is null
      order by id for update`,
    [codes],
  )
  await transaction.raw(
    `select budget.id from promotion_campaign_budget budget
      where budget.campaign_id in (
        select campaign_id from promotion where code = any(?) and deleted_at is null)
      order by budget.id for update`,
    [codes],
  )
}

export default ExactPromotionService
