import { defineMiddlewares } from "@medusajs/framework/http"
import { guardCart } from "../lib/cart-guards"
import { ownOrder } from "../lib/own-order"
import { pagingLimits } from "../lib/paging-limits"
import { guarded, ORDER_LOOKUPS, SIGN_INS, storeLimit } from "../lib/rate-limits"
import { respondToError } from "../lib/respond-to-error"
import { storeSearchMiddlewares } from "../lib/store-search"

const EMAILPASS = "/auth/:actor_type/emailpass"

export default defineMiddlewares({
  routes: [
    { matcher: "/store", middlewares: [storeLimit, pagingLimits] },
    { matcher: "/store/carts", middlewares: [guardCart] },
    { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [ownOrder] },
    {
      matcher: "/store/orders/lookup",
      methods: ["POST"],
      middlewares: [guarded(ORDER_LOOKUPS)],
    },
    ...[
      EMAILPASS,
      `${EMAILPASS}/register`,
      `${EMAILPASS}/reset-password`,
      `${EMAILPASS}/update`,
    ].map((matcher) => ({
      matcher,
      methods: ["POST" as const],
      middlewares: [guarded(SIGN_INS)],
    })),
    ...storeSearchMiddlewares,
  ],
  errorHandler: respondToError,
})
