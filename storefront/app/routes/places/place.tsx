import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { PageHeader } from "#app/components/ui/page-header"
import { Section } from "#app/components/ui/section"
import { ProductShelf } from "#app/features/catalog/product-shelf"
import { placePage } from "#app/features/place/place-page.server"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader({ params }: LoaderFunctionArgs) {
  return publicPage(await placePage(params["slug"] ?? "").catch(orUnavailable()))
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: `Đặc sản ${data.name}`,
        description: `${data.total} sản phẩm OCOP từ ${data.name}, Quảng Nam.`,
        path: paths.place(data.slug),
        noindex: data.total === 0,
      })
    : []

export default function Place() {
  const { name, lead, district, communes, products, total, all } =
    useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[
          { label: "Địa phương", href: paths.places() },
          ...(district
            ? [{ label: district.name, href: paths.place(district.slug) }]
            : []),
        ]}
        title={name}
        lead={lead}
      />
      <h2 className="sr-only">Sản phẩm</h2>
      <ProductShelf products={products} total={total} all={all} />
      {communes.length > 0 ? (
        <Section title={`Xã, phường thuộc ${name}`}>
          <ul className="grid grid-cols-2 gap-x-6 sm:grid-cols-3 lg:grid-cols-4">
            {communes.map((commune) => (
              <li
                key={commune.slug}
                className="flex min-h-11 items-center justify-between gap-2 border-b border-sand-deep py-1.5 leading-snug"
              >
                {commune.products > 0 ? (
                  <Link to={paths.place(commune.slug)} className="link font-semibold">
                    {commune.name}
                  </Link>
                ) : (
                  <span className="text-ink-soft">{commune.name}</span>
                )}
                <span className="text-sm text-ink-soft tabular-nums">
                  {commune.products > 0 ? commune.products : ""}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </div>
  )
}
