import { type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { PageHeader } from "#app/components/ui/page-header"
import { Section } from "#app/components/ui/section"
import { DistrictList } from "#app/features/place/district-list"
import { listPlaces } from "#app/features/place/place.server"
import { type PlacesView, placesView } from "#app/features/place/places-view"
import { hasPositions, ProvinceMap } from "#app/features/place/province-map"
import { CommuneIndex } from "#app/features/place/commune-index"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader() {
  return publicPage(placesView(await listPlaces().catch(orUnavailable())))
}

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, {
    title: "Địa phương",
    description:
      "Sản phẩm OCOP theo 18 huyện, thị xã, thành phố cũ của Quảng Nam và các xã, phường trên giấy chứng nhận.",
    path: paths.places(),
  })

export default function PlaceList() {
  const places = useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Trang chủ", href: paths.home() }]}
        title="Địa phương"
        lead="Giấy chứng nhận ghi tên huyện và xã lúc được cấp. Từ 1/7/2025 không còn cấp huyện và tỉnh Quảng Nam thuộc thành phố Đà Nẵng; trang này giữ tên cũ để bạn tìm đúng nguồn gốc."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        {hasPositions(places.districts) ? (
          <MapWithLegend districts={places.districts} />
        ) : null}
        <div>
          <h2 className="title-2 stroke-under mb-3">18 huyện, thị xã, thành phố</h2>
          <DistrictList districts={places.districts} />
        </div>
      </div>
      <Section title="Xã, phường có sản phẩm">
        <CommuneIndex districts={places.districts} />
      </Section>
    </div>
  )
}

function MapWithLegend({ districts }: Pick<PlacesView, "districts">) {
  return (
    <div>
      <ProvinceMap districts={districts} />
      <p className="mt-2 flex flex-wrap gap-x-5 text-sm text-ink-soft">
        <span className="before:mr-1.5 before:inline-block before:size-3 before:rounded-full before:bg-forest">
          miền núi
        </span>
        <span className="before:mr-1.5 before:inline-block before:size-3 before:rounded-full before:bg-lacquer">
          đồng bằng, ven biển
        </span>
        <span>Số trong vòng tròn: số sản phẩm</span>
      </p>
    </div>
  )
}
