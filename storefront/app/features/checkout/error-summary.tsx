import { useEffect, useRef } from "react"
import { CHECKOUT_FIELDS, type CheckoutErrors } from "./checkout-form"

/** All that has to be put right, each a link to its field; the focus moves here when it appears. */
export function ErrorSummary({ errors }: { errors: CheckoutErrors }) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = CHECKOUT_FIELDS.filter((field) => errors[field] !== undefined)
  useEffect(() => {
    if (Object.keys(errors).length > 0) box.current?.focus()
  }, [errors])
  if (wrong.length === 0) return null
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="rounded-md border-l-4 border-lacquer bg-lacquer-tint px-4 py-3 text-lacquer-deep"
    >
      <h2 className="font-semibold">Hãy sửa {wrong.length} chỗ sau:</h2>
      <ul className="mt-1 list-disc pl-5">
        {wrong.map((field) => (
          <li key={field}>
            <a href={`#${field}`}>{errors[field]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
