import { Form } from "@remix-run/react"
import { Button } from "#app/components/ui/button"
import { TextField } from "#app/components/ui/field"
import { Notice } from "#app/components/ui/notice"
import { type CartProblem } from "./cart-problem"

/** Without JavaScript a refused product form ends on the cart page; here it can be put right. */
export function AddProblem({ problem }: { problem: CartProblem }) {
  return (
    <Notice tone="error" title="Chưa thêm được vào giỏ" live>
      {problem.retry === undefined ? (
        <p>{problem.message}</p>
      ) : (
        <Form method="post" className="mt-2 flex flex-wrap items-end gap-3">
          <input type="hidden" name="intent" value="add" />
          <input type="hidden" name="variant_id" value={problem.retry.variantId} />
          <TextField
            label="Số lượng"
            name="quantity"
            inputMode="numeric"
            autoComplete="off"
            required
            defaultValue={problem.typed}
            error={problem.message}
          />
          <Button>Thêm vào giỏ</Button>
        </Form>
      )}
    </Notice>
  )
}
