import { type ReactNode } from "react"
import { Icon } from "#app/components/ui/icon"
import { type FacetOption } from "./facet-view"

/** A named set of check boxes or radio buttons with the number of results behind each. */
export function FilterOptions({
  legend,
  name,
  type,
  options,
  any,
  collapsed = false,
  mark,
}: {
  legend: string
  name: string
  type: "checkbox" | "radio"
  options: readonly FacetOption[]
  /** For radio buttons: the choice that takes the filter away. */
  any?: string
  /** Long lists start closed, unless something in them is chosen. */
  collapsed?: boolean
  /** A drawing beside an option's name. */
  mark?: (option: FacetOption) => ReactNode
}) {
  const chosen = options.some(({ checked }) => checked)
  const list = (
    <div className="grid">
      {any === undefined ? null : (
        <Option
          type={type}
          name={name}
          option={{ value: "", label: any, checked: !chosen }}
        />
      )}
      {options.map((option) => (
        <Option key={option.value} type={type} name={name} option={option} mark={mark} />
      ))}
    </div>
  )
  if (!collapsed)
    return (
      <fieldset className="border-t border-sand-deep py-4">
        <legend className="float-left mb-1 w-full font-semibold">{legend}</legend>
        <div className="clear-both">{list}</div>
      </fieldset>
    )
  return (
    <fieldset className="border-t border-sand-deep py-2">
      <legend className="sr-only">{legend}</legend>
      <details className="group" open={chosen || undefined}>
        <summary className="flex min-h-11 items-center justify-between font-semibold">
          {legend}
          <Icon name="chevron" className="transition-transform group-open:rotate-180" />
        </summary>
        {list}
      </details>
    </fieldset>
  )
}

function Option({
  type,
  name,
  option,
  mark,
}: {
  type: "checkbox" | "radio"
  name: string
  option: Omit<FacetOption, "count"> & { count?: number }
  mark?: (option: FacetOption) => ReactNode
}) {
  const { value, label, count, checked } = option
  return (
    <label className="flex min-h-11 items-center gap-3 rounded-md px-1 hover:bg-sand lg:min-h-9">
      <input
        type={type}
        name={name}
        value={value}
        defaultChecked={checked}
        className="size-5 shrink-0 accent-lacquer"
      />
      <span className="flex flex-1 items-center gap-2 leading-snug">
        {label}
        {mark && count !== undefined ? mark({ ...option, count }) : null}
      </span>
      {count === undefined ? null : (
        <span className="text-sm text-ink-soft tabular-nums">
          {count}
          <span className="sr-only"> sản phẩm</span>
        </span>
      )}
    </label>
  )
}
