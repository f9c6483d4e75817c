import { Link } from "@remix-run/react"
import { Icon } from "#app/components/ui/icon"
import { paths } from "#app/lib/paths"

/** The OCOP points that have the product now. */
export function PointList({
  points,
}: {
  points: readonly { handle: string; name: string; address: string }[]
}) {
  if (points.length === 0)
    return (
      <p className="text-ink-soft">
        Hiện chưa điểm OCOP nào báo còn hàng.{" "}
        <Link to={paths.showrooms()} className="link">
          Xem tất cả điểm OCOP
        </Link>
      </p>
    )
  return (
    <ul className="divide-y divide-sand-deep border-y border-sand-deep">
      {points.map(({ handle, name, address }) => (
        <li key={handle}>
          <Link
            to={paths.showroom(handle)}
            prefetch="intent"
            className="group flex items-start gap-3 py-3 no-underline"
          >
            <Icon name="shop" className="mt-0.5 text-river" />
            <span className="min-w-0">
              <span className="block font-semibold group-hover:underline">{name}</span>
              <span className="block text-sm text-ink-soft">{address}</span>
            </span>
            <span className="mt-0.5 ml-auto shrink-0 text-sm font-semibold text-forest">
              Còn hàng
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
