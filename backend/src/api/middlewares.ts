import { authenticate, defineMiddlewares } from "@medusajs/framework/http"
import { guardCart } from "../lib/cart-guards"
import { hiddenFields } from "../lib/hidden-fields"
import { noNul } from "../lib/no-nul"
import { noTransfers, ownOrder } from "../lib/own-order"
import { pictureUpload } from "../lib/picture-upload"
import { pagingLimits } from "../lib/paging-limits"
import { handedOverByCode } from "../lib/pickup-hand-over"
import { guarded, ORDER_LOOKUPS, SIGN_INS, storeLimit } from "../lib/rate-limits"
import { respondToError } from "../lib/respond-to-error"
import { stockMovement } from "../lib/stock-context"
import { storeSearchMiddlewares } from "../lib/store-search"

const EMAILPASS = "/auth/:actor_type/emailpass"

export default defineMiddlewares({
  routes: [
    { matcher: "/store", middlewares: [storeLimit, noNul, pagingLimits, hiddenFields] },
    { matcher: "/store/carts", middlewares: [guardCart, stockMovement] },
    { matcher: "/admin", middlewares: [stockMovement] },
    { matcher: "/admin/stock", middlewares: [noNul] },
    { matcher: "/admin/pickups", middlewares: [noNul] },
    {
      matcher: "/admin/orders/:id/fulfillments",
      methods: ["POST"],
      middlewares: [
        // The framework's own comes later; nobody else is told what kind of order it is.
        authenticate("user", ["bearer", "session", "api-key"]),
        handedOverByCode,
      ],
    },
    {
      matcher: "/admin/stock/attachments",
      methods: ["POST"],
      // Before the file is read into memory; the framework's own comes later.
      middlewares: [
        authenticate("user", ["bearer", "session", "api-key"]),
        pictureUpload,
      ],
    },
    // A receipt of 500 lines is more than the framework's 100 kB.
    ...["documents", "transfers", "stocktakes"].map((list) => ({
      matcher: `/admin/stock/${list}`,
      methods: ["POST" as const],
      bodyParser: { sizeLimit: "1mb" as const },
    })),
    // A thousand searches are more than the framework's 100 kB, too.
    {
      matcher: "/storefront/search-log",
      methods: ["POST"],
      bodyParser: { sizeLimit: "512kb" },
    },
    { matcher: "/store/orders/:id", methods: ["GET"], middlewares: [ownOrder] },
    // For all methods, so that it comes before the framework's own checks.
    { matcher: "/store/orders/:id/transfer", middlewares: [noTransfers] },
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
