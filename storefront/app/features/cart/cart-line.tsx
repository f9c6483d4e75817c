import { Link, useFetcher } from "@remix-run/react"
import { Button } from "#app/components/ui/button"
import { CONTROL_CLASS } from "#app/components/ui/field"
import { Picture } from "#app/components/ui/picture"
import { Price } from "#app/components/ui/price"
import { paths } from "#app/lib/paths"
import { useHydrated } from "#app/lib/use-hydrated"
import { type CartActionData } from "./cart-action"
import { type CartProblem } from "./cart-problem"
import { type CartLine } from "./cart-view"

type CartLineProps = {
  line: CartLine
  /** From the form without JavaScript; with it the line's own fetcher knows. */
  problem: CartProblem | null
}

export function CartLineItem({ line, problem: posted }: CartLineProps) {
  const fetcher = useFetcher<CartActionData>()
  const hydrated = useHydrated()
  const fetched = fetcher.state === "idle" ? fetcher.data : undefined
  const problem = fetched === undefined ? posted : fetched.ok ? null : fetched.problem
  const name = line.variant === null ? line.title : `${line.title}, ${line.variant}`
  const fieldId = `so-luong-${line.id}`

  return (
    <li className="grid grid-cols-[5rem_1fr] gap-4 rounded-card border border-sand-deep bg-surface p-3 sm:grid-cols-[7rem_1fr] sm:p-4">
      <div className="aspect-square overflow-hidden rounded-md bg-sand">
        {line.picture ? (
          <Picture
            picture={line.picture}
            sizes="(min-width: 40rem) 7rem, 5rem"
            alt=""
            className="size-full object-cover"
          />
        ) : null}
      </div>
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap justify-between gap-x-4 gap-y-1">
          <h2 className="font-semibold">
            {line.handle === null ? (
              line.title
            ) : (
              <Link to={paths.product(line.handle)}>{line.title}</Link>
            )}
          </h2>
          <Price amount={line.total} className="text-lg" />
        </div>
        <p className="text-sm text-ink-soft">
          {line.variant === null ? null : <>{line.variant} · </>}
          <Price amount={line.unitPrice} className="font-normal" /> mỗi sản phẩm
        </p>
        <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
          <fetcher.Form
            method="post"
            action={paths.cart()}
            aria-label={`Số lượng ${name}`}
            className="contents"
          >
            <input type="hidden" name="intent" value="set" />
            <input type="hidden" name="line_id" value={line.id} />
            {hydrated ? <input type="hidden" name="stay" value="1" /> : null}
            {/* Enter in the field presses the form's first button: it must not be "−". */}
            <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
              Cập nhật
            </button>
            <Button
              variant="secondary"
              name="step"
              value="-1"
              disabled={line.quantity <= 1}
              aria-label={`Bớt một ${name}`}
            >
              −
            </Button>
            <label htmlFor={fieldId} className="sr-only">
              Số lượng {name}
            </label>
            <input
              // The confirmed quantity replaces what was typed; a refused one stays.
              key={`${line.quantity} ${problem?.typed ?? ""}`}
              id={fieldId}
              name="quantity"
              type="text"
              inputMode="numeric"
              autoComplete="off"
              defaultValue={problem?.typed ?? line.quantity}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? `${fieldId}-loi` : undefined}
              className={`${CONTROL_CLASS} w-16! text-center tabular-nums`}
            />
            <Button
              variant="secondary"
              name="step"
              value="1"
              aria-label={`Thêm một ${name}`}
            >
              +
            </Button>
            <Button variant="quiet">Cập nhật</Button>
          </fetcher.Form>
          <fetcher.Form method="post" action={paths.cart()} className="contents">
            <input type="hidden" name="intent" value="remove" />
            <input type="hidden" name="line_id" value={line.id} />
            {hydrated ? <input type="hidden" name="stay" value="1" /> : null}
            <Button variant="quiet" aria-label={`Bỏ ${name} khỏi giỏ`}>
              Bỏ
            </Button>
          </fetcher.Form>
        </div>
        <p
          id={`${fieldId}-loi`}
          role="status"
          className="font-semibold text-lacquer empty:hidden"
        >
          {problem?.message}
        </p>
      </div>
    </li>
  )
}
