import { Link } from "@remix-run/react"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { GROUPS, type GroupSlug } from "@ocop/backend/contracts/group"
import { ButtonLink } from "#app/components/ui/button"
import { EmptyState } from "#app/components/ui/empty-state"
import { paths } from "#app/lib/paths"
import { type ChipLink } from "./filter-chip-list"
import { quoted } from "./literal-text"
import { type ProductCardView } from "./product-card-view"
import { ProductGrid } from "./product-grid"

const WELL_KNOWN: GroupSlug[] = ["thuc-pham", "do-uong", "thao-duoc", "luu-niem"]

/** No results: what to try, beginning with what is nearest to what was asked. */
export function EmptyResults({
  query,
  chips,
  help,
  popular,
}: {
  query: CatalogQuery
  chips: readonly ChipLink[]
  /** Shorter texts that find something. */
  help: readonly { text: string; total: number; href: string }[]
  popular: readonly ProductCardView[]
}) {
  const narrowed = query.q ? chips.length > 1 : chips.length > 0
  return (
    <div className="grid gap-8">
      <EmptyState title="Chưa có sản phẩm phù hợp">
        <p>
          {query.q
            ? `Không có sản phẩm nào khớp với ${quoted(query.q)}${narrowed ? " cùng các bộ lọc đang chọn" : ""}. Thử từ ngắn hơn, bỏ bớt bộ lọc, hoặc gõ tên xã, tên hợp tác xã.`
            : "Không có sản phẩm nào khớp với tất cả các bộ lọc. Hãy bỏ bớt một bộ lọc ở phía trên."}
        </p>
        {help.length > 0 ? (
          <div>
            <p id="tim-gan-dung" className="font-semibold text-ink">
              Có thể bạn muốn tìm
            </p>
            <ul
              aria-labelledby="tim-gan-dung"
              className="flex flex-wrap justify-center gap-x-5"
            >
              {help.map(({ text, total, href }) => (
                <li key={text}>
                  <Link to={href} className="link inline-flex min-h-11 items-center">
                    {text} ({total} sản phẩm)
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {narrowed ? (
          <ButtonLink to={paths.catalog({ q: query.q })}>
            {query.q ? `Tìm ${quoted(query.q)} không kèm bộ lọc` : "Bỏ tất cả bộ lọc"}
          </ButtonLink>
        ) : null}
        <ul
          aria-label="Nhóm sản phẩm được xem nhiều"
          className="flex flex-wrap justify-center gap-x-5"
        >
          {WELL_KNOWN.map((group) => (
            <li key={group}>
              <Link
                to={paths.catalog({ group })}
                className="link inline-flex min-h-11 items-center"
              >
                {GROUPS[group].short}
              </Link>
            </li>
          ))}
        </ul>
      </EmptyState>
      {popular.length > 0 ? (
        <section aria-labelledby="duoc-chon-nhieu" className="grid gap-4">
          <h2 id="duoc-chon-nhieu" className="title-2">
            Sản phẩm tiêu biểu đang bán
          </h2>
          <ProductGrid products={popular} columns={3} level={3} />
        </section>
      ) : null}
    </div>
  )
}

/** A page beyond the last one: an old link, or goods that are gone since. */
export function BeyondLastPage({ query, last }: { query: CatalogQuery; last: number }) {
  return (
    <EmptyState title={`Danh sách chỉ có ${last} trang`}>
      <ButtonLink to={paths.catalog({ ...query, page: last })}>
        Tới trang cuối (trang {last})
      </ButtonLink>
      <Link
        to={paths.catalog({ ...query, page: 1 })}
        className="link inline-flex min-h-11 items-center"
      >
        Về trang đầu
      </Link>
    </EmptyState>
  )
}
