import { Form, useSearchParams } from "@remix-run/react"
import { paths } from "#app/lib/paths"
import { Icon } from "../ui/icon"

/** A plain GET form: works without JavaScript and gives an address that can be shared. */
export function SiteSearch({
  id,
  size = "md",
  className = "",
}: {
  /** Two search forms may stand on one page; each field needs its own id. */
  id: string
  size?: "md" | "lg"
  className?: string
}) {
  const [params] = useSearchParams()
  const asked = params.get("q") ?? ""
  const height = size === "lg" ? "min-h-14" : "min-h-11"
  return (
    <Form
      action={paths.catalog()}
      role="search"
      aria-label={size === "lg" ? "Tìm sản phẩm OCOP" : "Tìm trong cửa hàng"}
      className={`flex overflow-hidden rounded-md border-2 border-lacquer-deep bg-surface focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-(--focus) ${className}`}
    >
      <label htmlFor={id} className="sr-only">
        Tìm sản phẩm, chủ thể hoặc địa phương
      </label>
      <input
        key={asked}
        id={id}
        type="search"
        name="q"
        defaultValue={asked}
        maxLength={100}
        autoComplete="off"
        enterKeyHint="search"
        placeholder="Nước mắm, trà, đèn lồng, Tiên Phước…"
        className={`${height} w-full min-w-0 bg-transparent px-3 text-base text-ink outline-none placeholder:text-ink-soft`}
      />
      <button
        type="submit"
        className={`${height} inline-flex min-w-12 items-center justify-center gap-2 bg-lacquer-deep px-3 font-semibold text-surface hover:bg-lacquer focus-visible:-outline-offset-4 focus-visible:outline-gold`}
      >
        <Icon name="search" />
        <span className={size === "lg" ? "" : "max-lg:sr-only"}>Tìm</span>
      </button>
    </Form>
  )
}
