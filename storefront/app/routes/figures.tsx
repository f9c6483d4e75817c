import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, useLoaderData } from "@remix-run/react"
import { dayInVietnam, formatDay } from "@ocop/backend/contracts/calendar"
import { Button } from "#app/components/ui/button"
import { DataTable } from "#app/components/ui/data-table"
import { TextField } from "#app/components/ui/field"
import { PageHeader } from "#app/components/ui/page-header"
import { Section } from "#app/components/ui/section"
import { asOfDay } from "#app/features/figures/as-of"
import { FiguresTables } from "#app/features/figures/figures-tables"
import { getFigures } from "#app/features/figures/figures.server"
import { quotedTables } from "#app/features/figures/quoted-tables"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInVietnam()
  const on = asOfDay(new URL(request.url).searchParams.get("ngay"), today)
  const figures = await getFigures(on).catch(orUnavailable())
  return publicPage({ today, figures, quoted: quotedTables(figures.quoted) })
}

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, {
    title: "Số liệu chương trình OCOP",
    description:
      "Số sản phẩm, chủ thể, giấy chứng nhận còn hiệu lực tính đến một ngày, và các số liệu đã công bố kèm nguồn.",
    path: paths.figures(),
  })

export default function Figures() {
  const { today, figures, quoted } = useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Trang chủ", href: paths.home() }]}
        title="Số liệu chương trình"
        lead="Phần đầu được tính từ sổ đăng ký cho ngày bạn chọn. Phần sau trích nguyên các số liệu từng công bố; hai phần không bị ép cho khớp nhau."
      />
      <Form
        action={paths.figures()}
        className="flex flex-wrap items-end gap-3 rounded-card bg-sand p-4"
      >
        <TextField
          key={figures.on}
          label="Tính đến ngày"
          name="ngay"
          type="date"
          min="2018-01-01"
          max={today}
          defaultValue={figures.on}
        />
        <Button>Xem</Button>
      </Form>
      <Section
        title={`Số liệu tính đến ngày ${formatDay(figures.on)}`}
        lead="“Được công nhận lũy kế” là số sản phẩm từng được công nhận từ 3 sao trở lên đến ngày đó; “còn hiệu lực” là những sản phẩm mà giấy chứng nhận chưa hết 36 tháng và không bị thu hồi."
      >
        <FiguresTables figures={figures} />
      </Section>
      {quoted.length > 0 ? (
        <Section title="Số liệu đã công bố">
          <div className="gap-x-10 md:columns-2">
            {quoted.map(({ table, as_of, source, rows, notes }) => (
              <div key={table + as_of + source} className="mb-10 break-inside-avoid">
                <DataTable caption={table} head={["Chỉ tiêu", "Công bố"]} rows={rows} />
                <p className="mt-2 text-sm text-ink-soft">
                  Số liệu ngày {formatDay(as_of)}. Nguồn: {source}.
                </p>
                {notes.map((note) => (
                  <p key={note} className="mt-1 text-sm text-lacquer-deep">
                    Lưu ý: {note}
                  </p>
                ))}
              </div>
            ))}
          </div>
        </Section>
      ) : null}
    </div>
  )
}
