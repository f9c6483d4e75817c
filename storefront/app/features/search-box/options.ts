/** What the list under the search field offers, in the order in which the arrows go through it. */
import { formatVnd } from "@ocop/backend/contracts/money"
import { type Suggestions } from "@ocop/backend/contracts/suggest"
import { paths } from "#app/lib/paths"

export type Option = {
  kind: "recent" | "product" | "producer" | "place" | "all"
  label: string
  href: string
  /** Said after the label: price and stars. */
  detail?: string
  thumbnail?: string | null
}

export type OptionGroup = { title: string | null; options: Option[] }

/** Something is written: what the shop has for it. */
export function suggestedOptions(
  typed: string,
  { products, producers, places }: Suggestions,
): OptionGroup[] {
  return [
    {
      title: "Sản phẩm",
      options: products.map(({ handle, title, price, stars, thumbnail }): Option => ({
        kind: "product",
        label: title,
        href: paths.product(handle),
        detail: [formatVnd(price), ...(stars > 0 ? [`OCOP ${stars} sao`] : [])].join(
          " · ",
        ),
        thumbnail,
      })),
    },
    {
      title: "Chủ thể",
      options: producers.map(({ handle, name }): Option => ({
        kind: "producer",
        label: name,
        href: paths.producer(handle),
      })),
    },
    {
      title: "Địa phương",
      options: places.map(({ slug, name }): Option => ({
        kind: "place",
        label: name,
        href: paths.place(slug),
      })),
    },
    {
      title: null,
      options: [
        {
          kind: "all" as const,
          label: `Tìm “${typed}” trong tất cả sản phẩm`,
          href: paths.catalog({ q: typed }),
        },
      ],
    },
  ].filter(({ options }) => options.length > 0)
}

/** Nothing is written yet: what was searched for before. */
export const recentOptions = (recent: readonly string[]): OptionGroup[] =>
  recent.length === 0
    ? []
    : [
        {
          title: "Tìm gần đây",
          options: recent.map((text) => ({
            kind: "recent",
            label: text,
            href: paths.catalog({ q: text }),
          })),
        },
      ]
