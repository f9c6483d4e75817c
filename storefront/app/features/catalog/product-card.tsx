import { Link } from "@remix-run/react"
import { GROUPS } from "@ocop/backend/contracts/group"
import { IllustrationMark, Picture } from "#app/components/ui/picture"
import { Price } from "#app/components/ui/price"
import { StarBadge } from "#app/components/ui/star-badge"
import { paths } from "#app/lib/paths"
import { type ProductCardView } from "./product-card-view"

const SIZES =
  "(min-width: 80rem) 17rem, (min-width: 64rem) 22vw, (min-width: 40rem) 30vw, calc(50vw - 1.5rem)"

/** One product in a grid. The title's link covers the whole card, so the target is large. */
export function ProductCard({
  product,
  priority = false,
  level = 3,
}: {
  product: ProductCardView
  /** For the cards of the first row. */
  priority?: boolean
  /** Level of the heading: one below the section that the grid stands in. */
  level?: 2 | 3
}) {
  const Heading = level === 2 ? "h2" : "h3"
  return (
    <article
      data-group={product.group}
      className="group/card relative flex h-full flex-col overflow-hidden rounded-card border border-sand-deep bg-surface transition-shadow hover:shadow-card"
    >
      <div className="relative aspect-square overflow-hidden bg-group-tint">
        {product.picture ? (
          <Picture
            picture={product.picture}
            sizes={SIZES}
            priority={priority}
            alt=""
            className="size-full object-cover"
          />
        ) : null}
        {product.picture?.illustration ? (
          <IllustrationMark className="absolute top-2 left-2" />
        ) : null}
        <StarBadge
          stars={product.stars}
          className="absolute top-2 right-2 size-12 rotate-3 drop-shadow-sm sm:size-14"
        />
      </div>
      <div aria-hidden="true" className="h-1 bg-group" />
      <div className="flex flex-1 flex-col gap-1 p-3 sm:p-4">
        <p className="text-xs font-semibold text-group-deep sm:text-[0.8125rem]">
          {GROUPS[product.group].short}
        </p>
        <Heading className="leading-snug font-semibold text-balance sm:text-[1.0625rem]">
          <Link
            to={paths.product(product.handle)}
            prefetch="intent"
            className="no-underline after:absolute after:inset-0 group-hover/card:underline"
          >
            {product.title}
          </Link>
        </Heading>
        {product.origin ? (
          <p className="text-[0.8125rem] leading-snug text-ink-soft sm:text-sm">
            {product.origin}
          </p>
        ) : null}
        <p className="mt-auto flex flex-wrap items-baseline justify-between gap-x-2 pt-2">
          <Price
            amount={product.price}
            max={product.priceMax}
            className="text-lacquer-deep sm:text-lg"
          />
          <CardStock product={product} />
        </p>
      </div>
    </article>
  )
}

function CardStock({ product }: { product: ProductCardView }) {
  if (!product.inStock)
    return <span className="text-[0.8125rem] text-ink-soft">Tạm hết</span>
  if (!product.soldOnline)
    return <span className="text-[0.8125rem] text-ink-soft">Bán tại điểm OCOP</span>
  return null
}
