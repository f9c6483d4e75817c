import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, Link, useLoaderData } from "@remix-run/react"
import { ENTITY_TYPES, entityType } from "@ocop/backend/contracts/producer"
import { slugify } from "@ocop/backend/contracts/text"
import { Button } from "#app/components/ui/button"
import { EmptyState } from "#app/components/ui/empty-state"
import { TextField } from "#app/components/ui/field"
import { PageHeader } from "#app/components/ui/page-header"
import { Pagination } from "#app/components/ui/pagination"
import { SelectField } from "#app/components/ui/select"
import { ProducerCard, producerCardView } from "#app/features/producer/producer-card"
import {
  byDistrict,
  filterProducers,
  readProducerFilter,
  sortProducers,
} from "#app/features/producer/producer-groups"
import { listProducers } from "#app/features/producer/producer.server"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

const PER_PAGE = 48

export async function loader({ request }: LoaderFunctionArgs) {
  const filter = readProducerFilter(new URL(request.url).searchParams)
  const all = await listProducers().catch(orUnavailable())
  const shown = sortProducers(filterProducers(all, filter))
  const last = Math.max(1, Math.ceil(shown.length / PER_PAGE))
  const page = Math.min(filter.page, last)
  const onPage = shown.slice((page - 1) * PER_PAGE, page * PER_PAGE)
  return publicPage({
    q: filter.q,
    type: filter.type === null ? "" : ENTITY_TYPES[filter.type].slug,
    kinds: entityType.options.map((type) => ({
      value: ENTITY_TYPES[type].slug,
      label: `${ENTITY_TYPES[type].label} (${all.filter((one) => one.entity_type === type).length})`,
    })),
    total: shown.length,
    page,
    last,
    groups: byDistrict(onPage.map(producerCardView)).map(({ district, producers }) => ({
      id: slugify(district ?? "noi-khac"),
      district: district ?? "Nơi khác",
      producers,
    })),
  })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, {
    title: "Chủ thể OCOP",
    description:
      "Các hợp tác xã, doanh nghiệp, tổ hợp tác và hộ sản xuất làm ra sản phẩm OCOP Quảng Nam.",
    path: producersAddress("", "", data?.page ?? 1),
    noindex: Boolean(data?.q || data?.type),
  })

export default function ProducerList() {
  const { q, type, kinds, total, page, last, groups } = useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Trang chủ", href: paths.home() }]}
        title="Chủ thể OCOP"
        lead="Chủ thể là người làm ra sản phẩm và đứng tên trên giấy chứng nhận: hợp tác xã, doanh nghiệp, tổ hợp tác hay hộ gia đình."
      />
      <Form
        action={paths.producers()}
        className="grid items-end gap-4 rounded-card bg-sand p-4 sm:grid-cols-[2fr_1fr_auto]"
      >
        <TextField
          key={`q-${q}`}
          label="Tên hoặc địa phương"
          name="q"
          type="search"
          defaultValue={q}
          maxLength={100}
        />
        <SelectField
          key={`loai-${type}`}
          label="Loại chủ thể"
          name="loai"
          placeholder="Tất cả"
          options={kinds}
          defaultValue={type}
        />
        <Button>Tìm chủ thể</Button>
      </Form>
      <p role="status" className="mt-5 font-semibold">
        {total} chủ thể
      </p>
      {total === 0 ? (
        <EmptyState title="Không có chủ thể phù hợp">
          <p>Hãy thử tên ngắn hơn hoặc chọn lại loại chủ thể.</p>
          <Link to={paths.producers()} className="link">
            Xem tất cả chủ thể
          </Link>
        </EmptyState>
      ) : null}
      {groups.map(({ id, district, producers }) => (
        <section key={id} aria-labelledby={id} className="mt-8">
          <h2 id={id} className="title-2 scroll-mt-4">
            {district}
          </h2>
          <ul className="mt-3 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {producers.map((producer) => (
              <li key={producer.handle}>
                <ProducerCard producer={producer} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className="mt-8">
        <Pagination
          page={page}
          last={last}
          href={(number) => producersAddress(q, type, number)}
        />
      </div>
    </div>
  )
}

function producersAddress(q: string, type: string, page: number): string {
  const params = new URLSearchParams()
  if (q) params.set("q", q)
  if (type) params.set("loai", type)
  if (page > 1) params.set("trang", String(page))
  return params.size > 0 ? `${paths.producers()}?${params.toString()}` : paths.producers()
}
