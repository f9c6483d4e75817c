import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { type ReactNode } from "react"
import { dayInVietnam } from "@ocop/backend/contracts/calendar"
import {
  FUNDING_SOURCE_LABELS,
  SHOWROOM_KIND_LABELS,
} from "@ocop/backend/contracts/showroom"
import { PageHeader } from "#app/components/ui/page-header"
import { SampleNote } from "#app/components/ui/sample-note"
import { Section } from "#app/components/ui/section"
import { searchCatalog } from "#app/features/catalog/catalog.server"
import { productCardView } from "#app/features/catalog/product-card-view"
import { ProductShelf } from "#app/features/catalog/product-shelf"
import { catalogQuery } from "#app/features/catalog/query"
import { hourLines } from "#app/features/showroom/hours"
import { getShowroom } from "#app/features/showroom/showroom.server"
import { notFound, orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader({ params }: LoaderFunctionArgs) {
  const handle = params["handle"] ?? ""
  const [showroom, page] = await Promise.all([
    getShowroom(handle),
    searchCatalog(catalogQuery({ point: handle })),
  ]).catch(orUnavailable())
  if (showroom === null) throw notFound({ title: "Không tìm thấy điểm bán" })
  const today = dayInVietnam()
  return publicPage({
    showroom,
    total: page.total,
    products: page.products.map((product) => productCardView(product, today)),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.showroom.name,
        description: `${SHOWROOM_KIND_LABELS[data.showroom.kind]} tại ${data.showroom.address}: ${data.total} sản phẩm đang có.`,
        path: paths.showroom(data.showroom.handle),
      })
    : []

export default function Showroom() {
  const { showroom, products, total } = useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Điểm bán", href: paths.showrooms() }]}
        title={showroom.name}
      />
      <dl className="grid gap-5 rounded-card border border-sand-deep bg-surface p-5 sm:grid-cols-2 lg:grid-cols-4">
        <Fact label="Địa chỉ">
          {showroom.address}
          <span className="block text-sm text-ink-soft">
            Nay thuộc {showroom.current_unit}
          </span>
          <MapLink showroom={showroom} />
        </Fact>
        <Fact label="Giờ mở cửa">
          {hourLines(showroom.opening_hours).map(({ days, times }) => (
            <span key={days + times} className="block">
              {days}: <span className="whitespace-nowrap">{times}</span>
            </span>
          ))}
        </Fact>
        <Fact label="Loại hình">{SHOWROOM_KIND_LABELS[showroom.kind]}</Fact>
        <Fact label="Nguồn kinh phí">
          {FUNDING_SOURCE_LABELS[showroom.funding_source]}
        </Fact>
      </dl>
      {showroom.sample ? (
        <div className="mt-4 max-w-prose">
          <SampleNote />
        </div>
      ) : null}
      <Section title="Đang có tại đây">
        <ProductShelf
          products={products}
          total={total}
          all={paths.catalog({ point: showroom.handle })}
        />
      </Section>
    </div>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="eyebrow">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function MapLink({
  showroom: { latitude, longitude },
}: {
  showroom: { latitude: number | null; longitude: number | null }
}) {
  if (latitude === null || longitude === null) return null
  return (
    <a
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}
      rel="noreferrer"
      className="link inline-flex min-h-11 items-center text-sm"
    >
      Xem trên OpenStreetMap
    </a>
  )
}
