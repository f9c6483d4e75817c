import { TextField } from "#app/components/ui/field"
import { type CheckoutErrors, type CheckoutValues } from "./checkout-form"

type Props = { values: CheckoutValues; errors: CheckoutErrors }

export function ContactFields({ values, errors }: Props) {
  return (
    <fieldset className="grid gap-4">
      <legend className="title-2 mb-4">Người nhận</legend>
      <TextField
        id="name"
        name="name"
        label="Họ và tên"
        autoComplete="name"
        required
        defaultValue={values.name}
        error={errors.name}
      />
      <TextField
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        label="Số điện thoại"
        hint="Để người giao hàng gọi và để bạn tra cứu đơn, ví dụ 0905 123 456."
        autoComplete="tel"
        required
        defaultValue={values.phone}
        error={errors.phone}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label="E-mail"
        autoComplete="email"
        required={false}
        defaultValue={values.email}
        error={errors.email}
      />
    </fieldset>
  )
}
