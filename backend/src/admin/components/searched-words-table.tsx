import { Table } from "@medusajs/ui"
import { type SearchedWords } from "../../contracts/search-log"
import { shopSearch } from "../lib/search-log"

const UNKNOWN = "—"

const count = (value: number | null) => value?.toLocaleString("vi-VN") ?? UNKNOWN

const HEADINGS = ["Lượt tìm", "Không thấy", "Kết quả", "Lượt bấm", "Tỷ lệ bấm"]

/** What was searched for; each of the words leads to what the shop finds for them. */
export const SearchedWordsTable = ({
  label,
  searches,
  storeUrl,
}: {
  label: string
  searches: readonly SearchedWords[]
  storeUrl: string
}) => (
  // A table wider than a phone is scrolled inside; by keyboard, too.
  <div className="overflow-x-auto" role="region" aria-label={label} tabIndex={0}>
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>Từ khóa</Table.HeaderCell>
          {HEADINGS.map((heading) => (
            <Table.HeaderCell key={heading} className="whitespace-nowrap text-right">
              {heading}
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {searches.map((words) => (
          <Table.Row key={words.query}>
            <Table.Cell className="min-w-40 py-2">
              <a
                className="text-ui-fg-interactive break-words hover:underline"
                href={shopSearch(storeUrl, words.query)}
                target="_blank"
                rel="noreferrer"
              >
                {words.query}
                <span className="sr-only"> (mở cửa hàng trong thẻ mới)</span>
              </a>
            </Table.Cell>
            {[
              count(words.searches),
              count(words.zero_results),
              count(words.results),
              count(words.clicks),
              words.click_percent === null ? UNKNOWN : `${count(words.click_percent)} %`,
            ].map((figure, column) => (
              <Table.Cell key={HEADINGS[column]} className="text-right tabular-nums">
                {figure}
              </Table.Cell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </div>
)
