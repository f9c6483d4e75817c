import { type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import socialCard from "#app/assets/illustrations/social-card.jpg?url"
import { Section } from "#app/components/ui/section"
import { ProductGrid } from "#app/features/catalog/product-grid"
import { GroupTiles } from "#app/features/home/group-tiles"
import { Hero } from "#app/features/home/hero"
import { homePage } from "#app/features/home/home.server"
import { Numbers } from "#app/features/home/numbers"
import { StarMeaning } from "#app/features/home/star-meaning"
import { Stories } from "#app/features/home/stories"
import { DistrictList } from "#app/features/place/district-list"
import { hasPositions, ProvinceMap } from "#app/features/place/province-map"
import { ShowroomCard } from "#app/features/showroom/showroom-card"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader() {
  return publicPage(await homePage().catch(orUnavailable()))
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: "Chợ đặc sản mỗi xã một sản phẩm",
    description: `${data?.total ?? ""} sản phẩm OCOP Quảng Nam có giấy chứng nhận: nước mắm, trà, tiêu, đèn lồng, thổ cẩm… Xem hạng sao, nơi sản xuất và mua tận gốc.`,
    path: paths.home(),
    image: socialCard,
  })

export default function Home() {
  const home = useLoaderData<typeof loader>()
  return (
    <>
      <Hero total={home.total} certified={home.certified} />
      <div className="page-width">
        <Section title="Dạo chợ theo nhóm">
          <GroupTiles groups={home.groups} />
        </Section>
        <Section
          title="Hàng 4 và 5 sao"
          more={{ label: "Xem tất cả", to: paths.catalog({ stars: [4, 5] }) }}
        >
          <ProductGrid products={home.best} />
        </Section>
        <StarMeaning />
        <Section
          title="Mới trên kệ"
          more={{ label: "Sản phẩm mới", to: paths.catalog({ sort: "moi" }) }}
        >
          <ProductGrid products={home.newest} />
        </Section>
        {home.districts.length > 0 ? (
          <Section
            title="Đi chợ theo vùng"
            lead="Tên huyện, thị xã, thành phố như trên giấy chứng nhận."
            more={{ label: "Bản đồ và các xã", to: paths.places() }}
          >
            <div className="grid gap-8 lg:auto-cols-fr lg:grid-flow-col lg:items-center">
              {hasPositions(home.districts) ? (
                <ProvinceMap districts={home.districts} />
              ) : null}
              <DistrictList
                districts={home.districts}
                columns="grid-cols-2 sm:grid-cols-3"
              />
            </div>
          </Section>
        ) : null}
        {home.stories.length > 0 ? (
          <Section
            title="Chuyện người làm nghề"
            more={{ label: "Tất cả chủ thể", to: paths.producers() }}
          >
            <Stories stories={home.stories} />
          </Section>
        ) : null}
        {home.points.length > 0 ? (
          <Section
            title="Ghé điểm OCOP"
            more={{ label: `Cả ${home.showrooms} điểm`, to: paths.showrooms() }}
          >
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
              {home.points.map((showroom) => (
                <li key={showroom.handle}>
                  <ShowroomCard showroom={showroom} />
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <Numbers {...home} />
      </div>
    </>
  )
}
