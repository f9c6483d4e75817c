import { useState } from "react"
import { Button, Container, Heading, Table, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { SEARCH_LOG_PAGE } from "../../contracts/search-log"
import { fetchSearches, type SearchChoice, searchesCsv } from "../lib/search-log"
import { SearchedWordsTable } from "./searched-words-table"

/** One way to look at the searches of a period, page by page. */
export const SearchesOfKind = ({
  title,
  meaning,
  nothing,
  choice,
}: {
  title: string
  /** What is in the table, and what it is good for. */
  meaning: string
  /** What to say when there is nothing. */
  nothing: string
  choice: SearchChoice
}) => {
  const [page, setPage] = useState(0)
  const { data, error, isLoading, isFetching, refetch } = useQuery({
    queryKey: ["search-log", choice, page],
    queryFn: () =>
      fetchSearches(choice, { limit: SEARCH_LOG_PAGE, offset: page * SEARCH_LOG_PAGE }),
    placeholderData: keepPreviousData,
  })
  const count = data?.count ?? 0
  const pageCount = Math.max(1, Math.ceil(count / SEARCH_LOG_PAGE))
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
        <div className="min-w-0 flex-1 basis-64">
          <Heading level="h2">{title}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {meaning}
          </Text>
        </div>
        {count > 0 && (
          <Button size="small" variant="secondary" asChild>
            <a href={searchesCsv(choice)} download aria-label={`Tải CSV: ${title}`}>
              Tải CSV
            </a>
          </Button>
        )}
      </div>
      {error && (
        <div className="flex flex-wrap items-center gap-4 px-6 py-4">
          <Text role="alert" className="text-ui-fg-error">
            Không tải được: {error.message}
          </Text>
          <Button
            size="small"
            variant="secondary"
            isLoading={isFetching}
            onClick={() => void refetch()}
          >
            Thử lại
          </Button>
        </div>
      )}
      {isLoading && <Text className="px-6 py-4">Đang tải…</Text>}
      {data && count === 0 && <Text className="px-6 py-8 text-center">{nothing}</Text>}
      {data && count > 0 && (
        <SearchedWordsTable
          label={title}
          searches={data.searches}
          storeUrl={data.store_url}
        />
      )}
      {pageCount > 1 && (
        <Table.Pagination
          count={count}
          pageSize={SEARCH_LOG_PAGE}
          pageIndex={page}
          pageCount={pageCount}
          canPreviousPage={page > 0}
          canNextPage={page + 1 < pageCount}
          previousPage={() => setPage(page - 1)}
          nextPage={() => setPage(page + 1)}
          translations={{
            of: "trên",
            results: "từ khóa",
            pages: "trang",
            prev: "Trước",
            next: "Sau",
          }}
        />
      )}
    </Container>
  )
}
