import { type SelectHTMLAttributes } from "react"
import { CONTROL_CLASS, FieldFrame, type FieldProps } from "./field"

export type SelectOption = { value: string; label: string }

export function SelectField({
  id,
  label,
  error,
  hint,
  options,
  placeholder,
  ...select
}: FieldProps & {
  options: readonly SelectOption[]
  /** The first, empty choice: "Chọn tỉnh, thành phố". */
  placeholder?: string
} & Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "className" | "children">) {
  return (
    <FieldFrame
      id={id}
      label={label}
      error={error}
      hint={hint}
      required={select.required}
    >
      {(ids) => (
        <select {...select} {...ids} className={CONTROL_CLASS}>
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
