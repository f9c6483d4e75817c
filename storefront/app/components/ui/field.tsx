import {
  type InputHTMLAttributes,
  type ReactNode,
  type TextareaHTMLAttributes,
  useId,
} from "react"

export type FieldProps = {
  label: ReactNode
  name: string
  error?: string
  hint?: string
  /** Where links to the field lead, as in an error summary. */
  id?: string
}

export const CONTROL_CLASS =
  "block w-full min-h-11 rounded-md border-[1.5px] border-ink-soft bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-soft/80 aria-invalid:border-lacquer aria-invalid:bg-[color-mix(in_srgb,var(--color-lacquer)_5%,var(--color-surface))]"

type ControlIds = {
  id: string
  "aria-invalid": true | undefined
  "aria-describedby": string | undefined
}

/** Label, hint and error around one control, tied to it for assistive technology. */
export function FieldFrame({
  id: given,
  label,
  error,
  hint,
  required,
  children,
}: Omit<FieldProps, "name"> & {
  /** `false`, said outright, is written beside the label; most fields need no word on it. */
  required?: boolean
  children: (ids: ControlIds) => ReactNode
}) {
  const generated = useId()
  const id = given ?? generated
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {required === false ? (
          <span className="font-normal text-ink-soft"> (không bắt buộc)</span>
        ) : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
      })}
      {error ? (
        <p id={`${id}-error`} className="flex gap-1.5 font-semibold text-lacquer">
          <span aria-hidden="true">✕</span>
          {error}
        </p>
      ) : null}
    </div>
  )
}

export function TextField({
  id,
  label,
  error,
  hint,
  ...input
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "className">) {
  return (
    <FieldFrame id={id} label={label} error={error} hint={hint} required={input.required}>
      {(ids) => <input type="text" {...input} {...ids} className={CONTROL_CLASS} />}
    </FieldFrame>
  )
}

export function TextareaField({
  id,
  label,
  error,
  hint,
  ...input
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "className">) {
  return (
    <FieldFrame id={id} label={label} error={error} hint={hint} required={input.required}>
      {(ids) => <textarea rows={3} {...input} {...ids} className={CONTROL_CLASS} />}
    </FieldFrame>
  )
}
