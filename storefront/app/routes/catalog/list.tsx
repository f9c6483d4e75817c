import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import {
  type CatalogQuery,
  parseCatalogQuery,
} from "@ocop/backend/contracts/catalog-query"
import { GROUPS } from "@ocop/backend/contracts/group"
import { Icon } from "#app/components/ui/icon"
import { Notice } from "#app/components/ui/notice"
import { PageHeader } from "#app/components/ui/page-header"
import { Pagination } from "#app/components/ui/pagination"
import { BeyondLastPage, EmptyResults } from "#app/features/catalog/empty-results"
import { FilterChipList } from "#app/features/catalog/filter-chip-list"
import { FilterForm } from "#app/features/catalog/filter-form"
import { catalogListPage } from "#app/features/catalog/list-page.server"
import { quoted } from "#app/features/catalog/literal-text"
import { ProductGrid } from "#app/features/catalog/product-grid"
import { OtherSpelling, ReadingNotice } from "#app/features/catalog/reading-notice"
import { noteSearch } from "#app/features/catalog/search-log.server"
import { SortSelect } from "#app/features/catalog/sort-select"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export async function loader({ request, context }: LoaderFunctionArgs) {
  const query = parseCatalogQuery(new URL(request.url).searchParams)
  const page = await catalogListPage(query).catch(orUnavailable())
  noteSearch(context, page)
  return publicPage(page)
}

function heading(query: CatalogQuery): string {
  if (query.q) return `Kết quả cho ${quoted(query.q)}`
  return query.group ? GROUPS[query.group].label : "Sản phẩm OCOP"
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return []
  const page = data.query.page > 1 ? ` (trang ${data.query.page})` : ""
  return pageMeta(matches, {
    title: heading(data.typed) + page,
    description: `${data.total} sản phẩm OCOP Quảng Nam: lọc theo hạng sao, nhóm, nơi sản xuất, giá và điểm bán.`,
    path: paths.catalog(data.query),
    // Searches and deep combinations are for people; groups and plain lists are to be found.
    noindex: data.typed.q !== "" || data.filters > 1 || data.total === 0,
  })
}

export default function CatalogList() {
  const {
    typed,
    query,
    total,
    last,
    degraded,
    products,
    facets,
    chips,
    filters,
    reading,
    help,
    popular,
  } = useLoaderData<typeof loader>()
  return (
    <div className="page-width">
      <PageHeader
        crumbs={[{ label: "Trang chủ", href: paths.home() }]}
        title={heading(typed)}
      />
      {degraded ? (
        <div className="mb-5">
          <Notice tone="warning">
            Tìm kiếm đang chạy ở chế độ dự phòng: kết quả vẫn đúng nhưng có thể kém phù
            hợp hơn với từ bạn gõ.
          </Notice>
        </div>
      ) : null}
      <div className="grid gap-x-8 lg:grid-cols-[17rem_minmax(0,1fr)] lg:items-start">
        <aside aria-label="Bộ lọc" className="mb-4 lg:mb-0">
          <FilterToggle filters={filters} />
          <div className="hidden rounded-card border-sand-deep bg-surface px-4 pb-4 peer-open:block max-lg:mt-2 max-lg:border lg:block lg:bg-transparent lg:px-0">
            <FilterForm query={query} facets={facets} total={total} />
          </div>
        </aside>
        <section
          id="ket-qua"
          aria-label="Danh sách sản phẩm"
          className="grid scroll-mt-4 gap-4"
        >
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <p role="status" className="font-semibold">
              {total} sản phẩm
            </p>
            <SortSelect value={query.sort} />
          </div>
          {reading ? <ReadingNotice typed={typed.q} reading={reading} /> : null}
          {total > 0 && help.length > 0 ? <OtherSpelling help={help} /> : null}
          <FilterChipList chips={chips} />
          {products.length > 0 ? (
            <ProductGrid products={products} columns={3} level={2} eager={2} />
          ) : total > 0 ? (
            <BeyondLastPage query={typed} last={last} />
          ) : (
            <EmptyResults query={query} chips={chips} help={help} popular={popular} />
          )}
          <div className="mt-4">
            <Pagination
              page={Math.min(typed.page, last)}
              last={last}
              href={(page) => paths.catalog({ ...typed, page })}
            />
          </div>
        </section>
      </div>
    </div>
  )
}

/** Opens the filters on a phone; it is the element after it that is shown, so one form is enough. */
function FilterToggle({ filters }: { filters: number }) {
  return (
    <details className="peer group lg:hidden">
      <summary className="flex min-h-12 items-center gap-2 rounded-md border-2 border-lacquer-deep px-4 font-semibold text-lacquer-deep">
        <Icon name="filter" />
        Bộ lọc
        {filters > 0 ? (
          <span className="rounded-full bg-lacquer px-2 text-sm text-surface">
            {filters}
            <span className="sr-only"> đang dùng</span>
          </span>
        ) : null}
        <Icon
          name="chevron"
          className="ml-auto transition-transform group-open:rotate-180"
        />
      </summary>
    </details>
  )
}
