import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import { ENTITY_TYPES } from "@ocop/backend/contracts/producer"
import { PageHeader } from "#app/components/ui/page-header"
import { SampleNote } from "#app/components/ui/sample-note"
import { Section } from "#app/components/ui/section"
import { searchCatalog } from "#app/features/catalog/catalog.server"
import { productCardView } from "#app/features/catalog/product-card-view"
import { ProductShelf } from "#app/features/catalog/product-shelf"
import { catalogQuery } from "#app/features/catalog/query"
import { getProducer } from "#app/features/producer/producer.server"
import { notFound, orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader({ params }: LoaderFunctionArgs) {
  const handle = params["handle"] ?? ""
  const [producer, page] = await Promise.all([
    getProducer(handle),
    searchCatalog(catalogQuery({ producer: handle })),
  ]).catch(orUnavailable())
  if (producer === null) throw notFound({ title: "Không tìm thấy chủ thể" })
  const today = dayInVietnam()
  return publicPage({
    producer,
    total: page.total,
    products: page.products.map((product) => productCardView(product, today)),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.producer.name,
        description:
          data.producer.story?.slice(0, 160) ??
          `Sản phẩm OCOP của ${data.producer.name}, Quảng Nam.`,
        path: paths.producer(data.producer.handle),
      })
    : []

export default function Producer() {
  const { producer, products, total } = useLoaderData<typeof loader>()
  const origin = [producer.commune, producer.district].filter(Boolean).join(", ")
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Chủ thể", href: paths.producers() }]}
        title={producer.name}
        lead={
          <dl className="flex flex-wrap gap-x-8 gap-y-2">
            <Fact label="Loại chủ thể" value={ENTITY_TYPES[producer.entity_type].label} />
            {origin ? <Fact label="Nơi sản xuất" value={origin} /> : null}
            {producer.current_unit ? (
              <Fact label="Nay là" value={producer.current_unit} />
            ) : null}
          </dl>
        }
      />
      {producer.story ? (
        <div className="prose-vi border-l-4 border-ochre pl-5 text-lg whitespace-pre-line">
          {producer.story}
        </div>
      ) : null}
      {producer.sample ? (
        <div className="mt-5 max-w-prose">
          <SampleNote />
        </div>
      ) : null}
      <Section title="Sản phẩm">
        <ProductShelf
          products={products}
          total={total}
          all={paths.catalog({ producer: producer.handle })}
        />
      </Section>
    </div>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="eyebrow">{label}</dt>
      <dd className="text-ink">{value}</dd>
    </div>
  )
}
