import { Form, Link, useNavigation } from "@remix-run/react"
import { useState } from "react"
import { Button } from "#app/components/ui/button"
import { Notice } from "#app/components/ui/notice"
import { paths } from "#app/lib/paths"
import { AddressFields } from "./address-fields"
import { type CheckoutData } from "./checkout-data.server"
import { EMPTY_VALUES, HONEYPOT, type CheckoutAnswer } from "./checkout-form"
import { ContactFields } from "./contact-fields"
import { ErrorSummary } from "./error-summary"
import { OrderSummary } from "./order-summary"
import { ShippingAndPayment } from "./shipping-and-payment"

type CheckoutPageProps = { data: CheckoutData; answer: CheckoutAnswer | undefined }

/** Everything on one page: what is bought, where it goes, what it costs, one button. */
export function CheckoutPage({ data, answer }: CheckoutPageProps) {
  const navigation = useNavigation()
  const sending = navigation.state !== "idle" && navigation.formMethod === "POST"
  const placing = sending && navigation.formData?.get("intent") === "place"
  const values = answer?.values ?? EMPTY_VALUES
  const errors = answer?.errors ?? {}
  const shortage = answer?.shortage ?? data.shortage
  const [optionId, setOptionId] = useState(answer?.shippingOptionId ?? "")
  const shipping = data.shipping.find(({ id }) => id === optionId) ?? data.shipping[0]

  return (
    <div className="page-width grid gap-6 py-8">
      <h1 className="title-1">Thanh toán</h1>
      {answer?.problem ? (
        <Notice tone="error" title="Chưa đặt được hàng" live>
          <p>{answer.problem}</p>
          <p>
            <Link className="link" to={paths.cart()}>
              Xem lại giỏ hàng
            </Link>
          </p>
        </Notice>
      ) : null}
      {shortage !== null && !answer?.problem ? (
        <Notice tone="warning" title="Một số sản phẩm không còn đủ hàng" live>
          Hãy bấm “Đặt theo số còn lại” ở phần đơn hàng hoặc{" "}
          <Link className="link" to={paths.cart()}>
            sửa giỏ hàng
          </Link>{" "}
          trước khi đặt.
        </Notice>
      ) : null}
      {data.state === "outage" && !answer?.problem ? (
        <Notice tone="warning" title="Hệ thống đang gián đoạn" live>
          Lúc này chưa đặt hàng được. Giỏ hàng của bạn vẫn còn; hãy tải lại trang sau ít
          phút.
        </Notice>
      ) : null}
      <ErrorSummary errors={errors} />
      <Form
        method="post"
        noValidate
        className="grid items-start gap-8 lg:grid-cols-[1fr_24rem]"
      >
        <div className="grid gap-8">
          <ContactFields values={values} errors={errors} />
          <AddressFields
            values={values}
            errors={errors}
            provinces={data.provinces}
            communes={answer?.communes ?? []}
          />
          <ShippingAndPayment
            options={data.shipping}
            chosenId={shipping?.id}
            onChoose={setOptionId}
          />
          <div className="hidden">
            <label htmlFor={HONEYPOT}>Để trống ô này</label>
            <input
              id={HONEYPOT}
              name={HONEYPOT}
              type="text"
              tabIndex={-1}
              autoComplete="off"
            />
          </div>
        </div>
        <div className="grid gap-4 lg:sticky lg:top-4">
          {data.state === "ready" ? (
            <OrderSummary
              cart={data.cart}
              shipping={shipping}
              parcels={data.parcels}
              shortage={shortage}
            />
          ) : null}
          <Button name="intent" value="place" size="lg" block disabled={sending}>
            {placing ? "Đang đặt hàng…" : "Đặt hàng"}
          </Button>
          <p className="text-sm text-ink-soft">
            Bấm “Đặt hàng” là bạn đồng ý với{" "}
            <Link className="link" to={paths.policy("dieu-khoan")}>
              điều khoản sử dụng
            </Link>
            . Bạn trả tiền khi nhận hàng.
          </p>
        </div>
      </Form>
    </div>
  )
}
