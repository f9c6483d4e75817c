import { Link } from "@remix-run/react"
import { paths } from "#app/lib/paths"
import { type HomePage } from "./home.server"

/** The programme in four numbers, all counted now. */
export function Numbers({
  certified,
  producers,
  communes,
  showrooms,
}: Pick<HomePage, "certified" | "producers" | "communes" | "showrooms">) {
  const numbers = [
    { label: "sản phẩm còn hạn sao", value: certified },
    { label: "chủ thể", value: producers },
    { label: "xã, phường có sản phẩm", value: communes },
    { label: "điểm và trung tâm OCOP", value: showrooms },
  ]
  return (
    <section aria-label="Chương trình qua con số" className="mt-12 lg:mt-16">
      <dl className="grid grid-cols-2 gap-px bg-sand-deep lg:grid-cols-4">
        {numbers.map(({ label, value }) => (
          <div
            key={label}
            className="flex flex-col-reverse justify-end bg-paper px-4 py-6 text-center"
          >
            <dt className="text-ink-soft">{label}</dt>
            <dd className="font-display text-4xl leading-tight font-semibold text-lacquer">
              {value.toLocaleString("vi-VN")}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-center">
        <Link to={paths.figures()} className="link inline-flex min-h-11 items-center">
          Xem số liệu đầy đủ và nguồn
        </Link>
      </p>
    </section>
  )
}
