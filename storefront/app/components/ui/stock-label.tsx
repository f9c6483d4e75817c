import { type CatalogVariant } from "@ocop/backend/contracts/catalog"

const STATES: Record<CatalogVariant["availability"], { text: string; look: string }> = {
  in: { text: "Còn hàng", look: "text-forest before:bg-forest" },
  low: { text: "Sắp hết hàng", look: "text-ochre-deep before:bg-ochre-deep" },
  out: { text: "Tạm hết hàng", look: "text-ink-soft before:bg-ink-soft" },
}

/** How much is left, in words; the dot only repeats it. Never an exact number. */
export function StockLabel({
  availability,
  className = "",
}: {
  availability: CatalogVariant["availability"]
  className?: string
}) {
  const { text, look } = STATES[availability]
  return (
    <span
      className={`inline-flex items-center gap-1.5 text-sm font-semibold before:size-2 before:rounded-full ${look} ${className}`}
    >
      {text}
    </span>
  )
}
