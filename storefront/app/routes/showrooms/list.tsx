import { type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { PageHeader } from "#app/components/ui/page-header"
import { bareName } from "@ocop/backend/contracts/place-name"
import { ShowroomCard } from "#app/features/showroom/showroom-card"
import { listShowrooms } from "#app/features/showroom/showroom.server"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader() {
  const showrooms = await listShowrooms().catch(orUnavailable())
  return publicPage({
    showrooms: [...showrooms].sort(
      (a, b) =>
        // Centres are two, points are many.
        a.kind.localeCompare(b.kind) ||
        bareName(a.district).localeCompare(bareName(b.district), "vi"),
    ),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: "Điểm bán OCOP",
    description: `${data?.showrooms.length ?? ""} điểm và trung tâm giới thiệu, bán sản phẩm OCOP Quảng Nam: địa chỉ, giờ mở cửa, hàng đang có.`,
    path: paths.showrooms(),
  })

export default function ShowroomList() {
  const { showrooms } = useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Trang chủ", href: paths.home() }]}
        title="Điểm bán OCOP"
        lead={`${showrooms.length} điểm và trung tâm nơi bạn có thể xem tận mắt, nếm thử và mua sản phẩm.`}
      />
      <h2 className="sr-only">Danh sách</h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {showrooms.map((showroom) => (
          <li key={showroom.handle}>
            <ShowroomCard showroom={showroom} />
          </li>
        ))}
      </ul>
    </div>
  )
}
