import { Link } from "@remix-run/react"
import { SHOWROOM_KIND_LABELS, type ShowroomView } from "@ocop/backend/contracts/showroom"
import { Icon } from "#app/components/ui/icon"
import { bareName } from "@ocop/backend/contracts/place-name"
import { paths } from "#app/lib/paths"
import { hourLines } from "./hours"

export function ShowroomCard({ showroom }: { showroom: ShowroomView }) {
  const [hours] = hourLines(showroom.opening_hours)
  return (
    <article className="group relative flex h-full flex-col rounded-card border border-sand-deep bg-surface p-4 transition-shadow hover:shadow-card sm:p-5">
      <p className="eyebrow">
        {SHOWROOM_KIND_LABELS[showroom.kind]} · {bareName(showroom.district)}
      </p>
      <h3 className="title-3">
        <Link
          to={paths.showroom(showroom.handle)}
          prefetch="intent"
          className="no-underline group-hover:underline after:absolute after:inset-0"
        >
          {showroom.name}
        </Link>
      </h3>
      <p className="mt-2 flex gap-2 text-sm text-ink-soft">
        <Icon name="pin" className="text-river" />
        {showroom.address}
      </p>
      {hours ? (
        <p className="mt-1 flex gap-2 text-sm text-ink-soft">
          <Icon name="clock" className="text-river" />
          {hours.days}, {hours.times}
        </p>
      ) : null}
      <p className="mt-auto pt-3 text-sm font-semibold text-forest">
        {showroom.product_count} sản phẩm đang có
      </p>
    </article>
  )
}
