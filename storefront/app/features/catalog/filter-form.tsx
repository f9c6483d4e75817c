import { Form, useNavigate } from "@remix-run/react"
import { type FormEvent, useEffect, useRef } from "react"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { formatVnd } from "@ocop/backend/contracts/money"
import { Button, buttonClass } from "#app/components/ui/button"
import { CONTROL_CLASS } from "#app/components/ui/field"
import { paths } from "#app/lib/paths"
import { compactForm } from "./compact-form"
import { type FacetView } from "./facet-view"
import { FilterOptions } from "./filter-options"

/** The sort select stands elsewhere on the page and belongs to this form. */
export const FILTER_FORM = "bo-loc"

/** Applies the filters at once, where there is JavaScript. */
export function useApplyFilters() {
  const navigate = useNavigate()
  return (form: HTMLFormElement) => {
    const search = compactForm(new FormData(form))
    navigate(search === "" ? paths.catalog() : `${paths.catalog()}?${search}`, {
      preventScrollReset: true,
    })
  }
}

/** A plain GET form with a button; boxes and radio buttons apply themselves with JavaScript. */
export function FilterForm({
  query,
  facets,
  total,
}: {
  query: CatalogQuery
  facets: FacetView
  total: number
}) {
  const apply = useApplyFilters()
  const form = useRef<HTMLFormElement>(null)
  // React changes only the defaults of such fields: a chip that was removed elsewhere, or the
  // back button, takes effect by resetting the form to them. The focus stays where it is.
  useEffect(() => form.current?.reset(), [query])

  const onChange = (event: FormEvent<HTMLFormElement>) => {
    const { target } = event
    if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type))
      apply(event.currentTarget)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    apply(event.currentTarget)
  }
  return (
    <Form
      ref={form}
      id={FILTER_FORM}
      action={paths.catalog()}
      onChange={onChange}
      onSubmit={onSubmit}
      aria-label="Bộ lọc sản phẩm"
    >
      <input type="hidden" name="q" value={query.q} />
      {/* A unit of today is chosen by its name in the search, not from the list. */}
      {facets.communes.length > 0 ? null : (
        <input type="hidden" name="xa" value={query.commune ?? ""} />
      )}

      <FilterOptions
        legend="Hạng sao OCOP"
        name="sao"
        type="checkbox"
        options={facets.stars}
        mark={({ value }) => <Stars count={Number(value)} />}
      />
      <FilterOptions
        legend="Nhóm sản phẩm"
        name="nhom"
        type="radio"
        any="Tất cả nhóm"
        options={facets.group}
      />
      <PriceFields price={query.price} range={facets.price} />
      <fieldset className="border-t border-sand-deep py-3">
        <legend className="sr-only">Tình trạng</legend>
        <Switch
          name="con-hang"
          checked={query.inStock}
          label="Chỉ hiện hàng còn"
          count={facets.inStock}
        />
        <Switch
          name="chung-nhan"
          checked={query.certified}
          label="Chứng nhận OCOP còn hiệu lực"
          count={facets.certified}
        />
      </fieldset>
      <FilterOptions
        legend="Nơi sản xuất (cấp huyện cũ)"
        name="huyen"
        type="checkbox"
        options={facets.districts}
        collapsed
      />
      {facets.communes.length > 0 ? (
        <FilterOptions
          legend="Xã, phường"
          name="xa"
          type="radio"
          any="Tất cả xã, phường"
          options={facets.communes}
          collapsed
        />
      ) : null}
      <FilterOptions
        legend="Chủ thể"
        name="chu-the"
        type="radio"
        any="Tất cả chủ thể"
        options={facets.producers}
        collapsed
      />
      <FilterOptions
        legend="Loại chủ thể"
        name="loai-chu-the"
        type="radio"
        any="Tất cả chủ thể"
        options={facets.entityType}
        collapsed
      />
      {facets.point.length > 0 ? (
        <FilterOptions
          legend="Có tại điểm OCOP"
          name="diem-ban"
          type="radio"
          any="Tất cả các điểm"
          options={facets.point}
          collapsed
        />
      ) : null}
      <div className="grid gap-2 border-t border-sand-deep pt-4">
        <Button block>Áp dụng bộ lọc</Button>
        <a
          href="#ket-qua"
          className={`${buttonClass({ variant: "secondary", block: true })} lg:hidden`}
        >
          Xem {total} sản phẩm
        </a>
      </div>
    </Form>
  )
}

function Switch({
  name,
  label,
  checked,
  count,
}: {
  name: string
  label: string
  checked: boolean
  count: number
}) {
  return (
    <label className="flex min-h-11 items-center gap-3 rounded-md px-1 hover:bg-sand">
      <input
        type="checkbox"
        name={name}
        value="1"
        defaultChecked={checked}
        className="size-5 shrink-0 accent-lacquer"
      />
      <span className="flex-1 leading-snug">{label}</span>
      <span className="text-sm text-ink-soft tabular-nums">
        {count}
        <span className="sr-only"> sản phẩm</span>
      </span>
    </label>
  )
}

function PriceFields({
  price,
  range,
}: {
  price: CatalogQuery["price"]
  range: FacetView["price"]
}) {
  const field = (name: string, label: string, value: number | null) => (
    <label className="grid gap-1 text-sm">
      {label}
      <input
        name={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        defaultValue={value || ""}
        className={CONTROL_CLASS}
      />
    </label>
  )
  return (
    <fieldset className="border-t border-sand-deep py-4">
      <legend className="float-left mb-1 w-full font-semibold">Giá (đồng)</legend>
      <div className="clear-both grid grid-cols-2 gap-3">
        {field("gia-tu", "Từ", price?.min ?? null)}
        {field("gia-den", "Đến", price?.max ?? null)}
      </div>
      {range ? (
        <p className="mt-2 text-sm text-ink-soft">
          Hiện có từ {formatVnd(range.min)} đến {formatVnd(range.max)}
        </p>
      ) : null}
    </fieldset>
  )
}

function Stars({ count }: { count: number }) {
  return (
    <span aria-hidden="true" className="tracking-wide text-gold-deep">
      {"★".repeat(count)}
    </span>
  )
}
