/**
 * The product page's form. Without JavaScript it posts to the cart page and leads there; with it
 * the visitor stays, and hears what happened.
 */
import { Link, useFetcher } from "@remix-run/react"
import { useEffect, useId } from "react"
import { Button } from "#app/components/ui/button"
import { CONTROL_CLASS } from "#app/components/ui/field"
import { Notice } from "#app/components/ui/notice"
import { Price } from "#app/components/ui/price"
import { paths } from "#app/lib/paths"
import { useHydrated } from "#app/lib/use-hydrated"
import { type CartActionData } from "./cart-action"
import { setCartCount } from "./cart-count"

export type BuyableVariant = {
  id: string
  title: string
  /** Đồng, VAT included. */
  price: number
  availability: "out" | "low" | "in"
}

export type AddToCartFormProps = {
  title: string
  variants: readonly BuyableVariant[]
  /** The variant chosen at first (out of `?goi=`); the first one in stock otherwise. */
  chosenVariantId?: string | null
}

export function AddToCartForm({ title, variants, chosenVariantId }: AddToCartFormProps) {
  const fetcher = useFetcher<CartActionData>()
  const hydrated = useHydrated()
  const id = useId()
  const result = fetcher.state === "idle" ? fetcher.data : undefined
  const problem = result?.ok === false ? result.problem : undefined
  useEffect(() => {
    if (fetcher.data?.ok) setCartCount(fetcher.data.count)
  }, [fetcher.data])

  const inStock = variants.filter((variant) => variant.availability !== "out")
  if (inStock.length === 0)
    return (
      <Notice tone="warning" title="Tạm hết hàng">
        Sản phẩm hiện hết hàng trên cửa hàng trực tuyến.
      </Notice>
    )
  const chosen = inStock.find((variant) => variant.id === chosenVariantId) ?? inStock[0]

  return (
    <fetcher.Form method="post" action={paths.cart()} className="grid gap-4">
      <input type="hidden" name="intent" value="add" />
      {hydrated ? <input type="hidden" name="stay" value="1" /> : null}
      {variants.length > 1 ? (
        <fieldset className="grid gap-2">
          <legend className="mb-2 font-semibold">Quy cách</legend>
          {variants.map((variant) => (
            <label
              key={variant.id}
              className="flex min-h-11 items-center gap-3 rounded-md border-[1.5px] border-ink-soft bg-surface px-3 py-2 has-checked:border-lacquer has-checked:bg-sand has-disabled:opacity-60"
            >
              <input
                type="radio"
                name="variant_id"
                value={variant.id}
                defaultChecked={variant.id === chosen?.id}
                disabled={variant.availability === "out"}
                className="size-5 accent-lacquer"
              />
              <span className="flex-1">{variant.title}</span>
              {variant.availability === "out" ? (
                <span>Hết hàng</span>
              ) : (
                <Price amount={variant.price} />
              )}
            </label>
          ))}
        </fieldset>
      ) : (
        <input type="hidden" name="variant_id" value={chosen?.id} />
      )}
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid w-28 gap-1.5">
          <label htmlFor={`${id}-quantity`} className="font-semibold">
            Số lượng
          </label>
          <input
            id={`${id}-quantity`}
            name="quantity"
            type="text"
            inputMode="numeric"
            autoComplete="off"
            required
            defaultValue="1"
            aria-invalid={problem?.field === "quantity" ? true : undefined}
            aria-describedby={problem ? `${id}-problem` : undefined}
            className={`${CONTROL_CLASS} text-center tabular-nums`}
          />
        </div>
        <Button size="lg" className="flex-1" aria-disabled={fetcher.state !== "idle"}>
          {fetcher.state === "idle" ? "Thêm vào giỏ" : "Đang thêm…"}
        </Button>
      </div>
      <div role="status" id={`${id}-problem`}>
        {problem ? <Notice tone="error">{problem.message}</Notice> : null}
        {result?.ok ? (
          <Notice tone="success">
            Đã thêm {title} vào giỏ.{" "}
            <Link to={paths.cart()} className="link font-semibold">
              Xem giỏ hàng
            </Link>
          </Notice>
        ) : null}
      </div>
    </fetcher.Form>
  )
}
