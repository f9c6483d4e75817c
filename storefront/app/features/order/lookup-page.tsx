import { Form, useNavigation } from "@remix-run/react"
import { useEffect, useRef } from "react"
import { Button } from "#app/components/ui/button"
import { TextField } from "#app/components/ui/field"
import { Notice } from "#app/components/ui/notice"
import { OrderDetails } from "./order-details"
import { type LookupAnswer } from "./order.server"

/** Code and telephone number in, the order out; no account needed. */
export function LookupPage({ answer }: { answer: LookupAnswer | undefined }) {
  const sending = useNavigation().state === "submitting"
  const result = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (answer !== undefined) result.current?.focus()
  }, [answer])
  const failed = answer?.found === false ? answer : undefined

  return (
    <div className="page-width grid gap-8 py-8">
      <h1 className="title-1">Tra cứu đơn hàng</h1>
      <div ref={result} tabIndex={-1} className="outline-none empty:hidden">
        {answer?.found ? <OrderDetails order={answer.order} /> : null}
        {failed?.problem ? (
          <Notice tone="error" title="Chưa tra cứu được" live>
            {failed.problem}
          </Notice>
        ) : null}
      </div>
      <Form method="post" noValidate className="grid max-w-md gap-4">
        {answer?.found ? <h2 className="title-2">Tra cứu đơn khác</h2> : null}
        <TextField
          id="code"
          name="code"
          label="Mã đơn hàng"
          hint="Bắt đầu bằng QN, ví dụ QN0000125."
          autoComplete="off"
          autoCapitalize="characters"
          required
          defaultValue={failed?.values.code}
          error={failed?.errors.code}
        />
        <TextField
          id="phone"
          name="phone"
          type="tel"
          inputMode="tel"
          label="Số điện thoại đã dùng khi đặt"
          autoComplete="tel"
          required
          defaultValue={failed?.values.phone}
          error={failed?.errors.phone}
        />
        <Button size="lg" disabled={sending}>
          {sending ? "Đang tìm…" : "Tra cứu"}
        </Button>
      </Form>
    </div>
  )
}
