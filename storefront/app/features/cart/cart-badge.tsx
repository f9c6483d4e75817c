import { Link } from "@remix-run/react"
import { useEffect } from "react"
import { Icon } from "#app/components/ui/icon"
import { paths } from "#app/lib/paths"
import { setCartCount, useCartCount } from "./cart-count"

/** The link to the cart in the header; the number appears once the browser has asked for it. */
export function CartBadge() {
  const count = useCartCount()
  useEffect(() => {
    if (count !== null) return
    const controller = new AbortController()
    readCartCount(controller.signal).then(setCartCount, () => undefined)
    return () => controller.abort()
  }, [count])

  return (
    <Link
      to={paths.cart()}
      className="relative inline-flex min-h-11 items-center gap-2 rounded-md px-2 font-semibold no-underline hover:bg-sand"
    >
      <Icon name="cart" className="size-6" />
      <span className="max-sm:sr-only">Giỏ hàng</span>
      {count ? (
        <span className="min-w-6 rounded-full bg-lacquer px-1.5 text-center text-sm leading-6 text-surface tabular-nums max-sm:absolute max-sm:-top-0.5 max-sm:-right-0.5">
          {count > 99 ? "99+" : count}
          <span className="sr-only"> sản phẩm trong giỏ</span>
        </span>
      ) : null}
    </Link>
  )
}

async function readCartCount(signal: AbortSignal): Promise<number> {
  const response = await fetch(paths.cartCount(), { signal })
  const body: unknown = await response.json()
  if (typeof body === "object" && body !== null && "count" in body)
    return typeof body.count === "number" ? body.count : 0
  return 0
}
