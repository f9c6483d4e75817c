/** I12: nothing waits to be told for longer than a minute. */
import { type Check } from "./check"

const OLDEST_SECONDS = 60

const SEARCH_MARKS: Check = {
  invariant: "I12",
  kind: "search-mark",
  certainty: "doubtful",
  message: `Thay đổi của sản phẩm chưa vào chỉ mục tìm kiếm sau ${OLDEST_SECONDS} giây.`,
  mend: "Xem Meilisearch và backend có đang chạy không; chúng tự bắt kịp. Nếu không: npm run reindex.",
  sql: `
    select 'search_mark ' || id as subject,
           floor(extract(epoch from now() - marked_at)) as size,
           jsonb_build_object('index', index_name, 'product', product_id,
             'seconds', floor(extract(epoch from now() - marked_at))) as details
      from search_mark
     where ingested_at is null and deleted_at is null
       and marked_at < now() - interval '${OLDEST_SECONDS} seconds'`,
}

export const QUEUE_CHECKS: readonly Check[] = [SEARCH_MARKS]
