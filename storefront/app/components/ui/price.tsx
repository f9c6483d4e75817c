import { formatVnd } from "@ocop/backend/contracts/money"

/** One price, or the range of a product's variants; in đồng, VAT included. */
export function Price({
  amount,
  max,
  className = "",
}: {
  amount: number
  max?: number
  className?: string
}) {
  const from = max !== undefined && max > amount
  return (
    <span className={`font-semibold whitespace-nowrap tabular-nums ${className}`}>
      {from ? <span className="text-[0.85em] font-normal">từ </span> : null}
      {formatVnd(amount)}
    </span>
  )
}
