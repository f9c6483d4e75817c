/**
 * An address of two levels: province, then commune. Without JavaScript a button fetches the
 * communes and keeps everything typed; with it the second list follows the first by itself.
 */
import { useFetcher } from "@remix-run/react"
import { type ApiError } from "@ocop/backend/contracts/errors"
import { type AddressUnit } from "@ocop/backend/contracts/place"
import { useEffect, useState } from "react"
import { Button } from "#app/components/ui/button"
import { TextareaField, TextField } from "#app/components/ui/field"
import { SelectField } from "#app/components/ui/select"
import { paths } from "#app/lib/paths"
import { useHydrated } from "#app/lib/use-hydrated"
import { type CheckoutErrors, type CheckoutValues } from "./checkout-form"

type Props = {
  values: CheckoutValues
  errors: CheckoutErrors
  provinces: readonly AddressUnit[]
  /** Of the province that the server has seen. */
  communes: readonly AddressUnit[]
}

const options = (units: readonly AddressUnit[]) =>
  units.map(({ code, name }) => ({ value: code, label: name }))

export function AddressFields({ values, errors, provinces, communes }: Props) {
  const hydrated = useHydrated()
  const [province, setProvince] = useState(values.province)
  // A fetcher for each province: an answer that comes late can never fill another one's list.
  const { data, load, state } = useFetcher<{ units: AddressUnit[] } | ApiError>({
    key: `communes-${province}`,
  })
  const known = province === values.province && communes.length > 0
  const missing = province !== "" && !known && data === undefined
  useEffect(() => {
    if (missing) load(`${paths.checkoutCommunes()}?tinh=${province}`)
  }, [load, missing, province])
  const loading = missing || state !== "idle"
  const choices = known ? communes : data && "units" in data ? data.units : []
  const problem = data && "message" in data ? data.message : undefined

  return (
    <fieldset className="grid gap-4">
      <legend className="title-2 mb-4">Địa chỉ nhận hàng</legend>
      <SelectField
        id="province"
        name="province"
        label="Tỉnh, thành phố"
        placeholder="Chọn tỉnh, thành phố"
        autoComplete="address-level1"
        required
        options={options(provinces)}
        defaultValue={values.province}
        error={errors.province}
        onChange={({ currentTarget: { value } }) => setProvince(value)}
      />
      {hydrated && problem === undefined ? null : (
        <Button
          name="intent"
          value="province"
          variant="secondary"
          className="justify-self-start"
        >
          Chọn tỉnh
        </Button>
      )}
      <SelectField
        // A new list begins without a choice.
        key={`${province} ${choices.length}`}
        id="commune"
        name="commune"
        label="Xã, phường, đặc khu"
        placeholder={
          loading
            ? "Đang tải danh sách…"
            : province === ""
              ? "Chọn tỉnh, thành phố trước"
              : "Chọn xã, phường"
        }
        autoComplete="address-level2"
        required
        options={options(choices)}
        defaultValue={province === values.province ? values.commune : ""}
        error={problem ?? errors.commune}
      />
      <TextField
        id="address"
        name="address"
        label="Số nhà, đường hoặc thôn, tổ"
        hint="Ví dụ: thôn Trà Đóa, gần chợ."
        autoComplete="street-address"
        required
        defaultValue={values.address}
        error={errors.address}
      />
      <TextareaField
        id="note"
        name="note"
        label="Ghi chú cho người giao hàng"
        rows={2}
        required={false}
        defaultValue={values.note}
        error={errors.note}
      />
    </fieldset>
  )
}
