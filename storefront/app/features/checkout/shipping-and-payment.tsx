import { Price } from "#app/components/ui/price"
import { type ShippingChoice } from "./shipping.server"

type Props = {
  options: readonly ShippingChoice[]
  chosenId: string | undefined
  onChoose: (id: string) => void
}

const CHOICE =
  "flex min-h-11 items-center gap-3 rounded-md border-[1.5px] border-ink-soft bg-surface px-3 py-2 has-checked:border-lacquer has-checked:bg-sand"

export function ShippingAndPayment({ options, chosenId, onChoose }: Props) {
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="title-2 mb-4">Cách giao hàng</legend>
        {options.map((option) => (
          <label key={option.id} className={CHOICE}>
            <input
              type="radio"
              name="shipping_option"
              value={option.id}
              defaultChecked={option.id === chosenId}
              onChange={() => onChoose(option.id)}
              className="size-5 accent-lacquer"
            />
            <span className="flex-1">{option.name}</span>
            {option.amount === 0 ? (
              <span>Miễn phí</span>
            ) : (
              <Price amount={option.amount} />
            )}
          </label>
        ))}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="title-2 mb-4">Cách trả tiền</legend>
        <label className={CHOICE}>
          <input
            type="radio"
            name="payment"
            value="cod"
            defaultChecked
            className="size-5 accent-lacquer"
          />
          <span>Trả tiền mặt khi nhận hàng (COD)</span>
        </label>
      </fieldset>
    </>
  )
}
