import { Link } from "@remix-run/react"
import { ENTITY_TYPES, type ProducerView } from "@ocop/backend/contracts/producer"
import { bareName } from "@ocop/backend/contracts/place-name"
import { paths } from "#app/lib/paths"

export type ProducerCardView = Pick<
  ProducerView,
  "handle" | "name" | "entity_type" | "commune" | "district" | "product_count" | "sample"
>

export const producerCardView = (producer: ProducerView): ProducerCardView => ({
  handle: producer.handle,
  name: producer.name,
  entity_type: producer.entity_type,
  commune: producer.commune,
  district: producer.district,
  product_count: producer.product_count,
  sample: producer.sample,
})

export function ProducerCard({ producer }: { producer: ProducerCardView }) {
  return (
    <article className="group relative h-full rounded-card border border-sand-deep bg-surface p-4 transition-shadow hover:shadow-card">
      <p className="eyebrow">{ENTITY_TYPES[producer.entity_type].label}</p>
      <h3 className="leading-snug font-semibold">
        <Link
          to={paths.producer(producer.handle)}
          prefetch="intent"
          className="no-underline group-hover:underline after:absolute after:inset-0"
        >
          {producer.name}
        </Link>
      </h3>
      <p className="mt-1 text-sm text-ink-soft">
        {producer.commune ? `${bareName(producer.commune)} · ` : ""}
        {producer.product_count} sản phẩm
      </p>
    </article>
  )
}
