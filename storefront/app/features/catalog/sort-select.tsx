import {
  SORT_LABELS,
  SORTS,
  type CatalogSort,
} from "@ocop/backend/contracts/catalog-query"
import { FILTER_FORM, useApplyFilters } from "./filter-form"

/** Belongs to the filter form, wherever it stands; without JavaScript it brings its own button. */
export function SortSelect({ value }: { value: CatalogSort }) {
  const apply = useApplyFilters()
  return (
    <div className="flex items-center gap-2">
      <label htmlFor="sap-xep" className="text-sm text-ink-soft max-sm:sr-only">
        Sắp xếp
      </label>
      <select
        id="sap-xep"
        name="sap-xep"
        form={FILTER_FORM}
        key={value}
        defaultValue={value}
        onChange={({ currentTarget: { form } }) => form && apply(form)}
        className="min-h-11 rounded-md border-[1.5px] border-ink-soft bg-surface px-3 py-2"
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_LABELS[sort]}
          </option>
        ))}
      </select>
      <noscript>
        <button
          form={FILTER_FORM}
          className="min-h-11 rounded-md bg-lacquer px-3 font-semibold text-surface"
        >
          Sắp xếp
        </button>
      </noscript>
    </div>
  )
}
