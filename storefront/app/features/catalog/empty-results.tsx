import { Link } from "@remix-run/react"
import { type CatalogQuery } from "@ocop/backend/contracts/catalog-query"
import { GROUPS, type GroupSlug } from "@ocop/backend/contracts/group"
import { ButtonLink } from "#app/components/ui/button"
import { EmptyState } from "#app/components/ui/empty-state"
import { paths } from "#app/lib/paths"
import { type ChipLink } from "./filter-chip-list"

const WELL_KNOWN: GroupSlug[] = ["thuc-pham", "do-uong", "thao-duoc", "luu-niem"]

/** No results: what to try, beginning with what narrows most. */
export function EmptyResults({
  query,
  chips,
}: {
  query: CatalogQuery
  chips: readonly ChipLink[]
}) {
  const narrowed = query.q ? chips.length > 1 : chips.length > 0
  return (
    <EmptyState title="Chưa có sản phẩm phù hợp">
      <p>
        {query.q
          ? `Không có sản phẩm nào khớp với “${query.q}”${narrowed ? " cùng các bộ lọc đang chọn" : ""}. Thử từ ngắn hơn, bỏ bớt bộ lọc, hoặc gõ tên xã, tên hợp tác xã.`
          : "Không có sản phẩm nào khớp với tất cả các bộ lọc. Hãy bỏ bớt một bộ lọc ở phía trên."}
      </p>
      {narrowed ? (
        <ButtonLink to={paths.catalog({ q: query.q })}>
          {query.q ? `Tìm “${query.q}” không kèm bộ lọc` : "Bỏ tất cả bộ lọc"}
        </ButtonLink>
      ) : null}
      <ul className="flex flex-wrap justify-center gap-x-5">
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
  )
}
