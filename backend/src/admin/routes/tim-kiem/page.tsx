import { useState } from "react"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { MagnifyingGlass } from "@medusajs/icons"
import { Container, Heading, Label, Select, Switch, Text } from "@medusajs/ui"
import {
  LOW_CLICK_PERCENT,
  LOW_CLICK_SEARCHES,
  SEARCH_KINDS,
  SEARCH_LOG_DAYS,
  SEARCH_PERIODS,
  type SearchKind,
  type SearchPeriod,
} from "../../../contracts/search-log"
import { SearchesOfKind } from "../../components/searches-of-kind"

const KINDS: Record<SearchKind, { title: string; meaning: string; nothing: string }> = {
  zero: {
    title: "Tìm không thấy",
    meaning:
      "Khách tìm mà không ra sản phẩm nào: hàng còn thiếu, hoặc tên gọi cửa hàng chưa biết.",
    nothing: "Không có lượt tìm nào trắng kết quả.",
  },
  "low-click": {
    title: "Ít được bấm",
    meaning: `Có kết quả ít nhất ${LOW_CLICK_SEARCHES} lần nhưng dưới ${LOW_CLICK_PERCENT} % được bấm vào: kết quả có thể không phải thứ khách cần.`,
    nothing: "Không có từ khóa nào ít được bấm.",
  },
  top: {
    title: "Tìm nhiều nhất",
    meaning: "Những từ khách tìm nhiều nhất, thấy hay không thấy.",
    nothing: "Chưa có lượt tìm nào.",
  },
}

const periodOf = (value: string): SearchPeriod =>
  SEARCH_PERIODS.find((period) => String(period) === value) ?? 30

/** What visitors search for, what they do not find and what they pass over. */
const SearchesPage = () => {
  const [days, setDays] = useState<SearchPeriod>(30)
  const [singles, setSingles] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      <Container className="flex flex-col gap-4 px-6 py-4">
        <div>
          <Heading level="h1">Khách tìm gì</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            Chỉ đếm theo ngày và từ khóa, không biết ai tìm. Từ khóa có thể chứa thông tin
            cá nhân (số điện thoại, e-mail, mã đơn) không được lưu. Số đếm được giữ{" "}
            {SEARCH_LOG_DAYS} ngày.
          </Text>
        </div>
        <div className="flex flex-wrap items-end gap-x-8 gap-y-4">
          <div className="w-full sm:w-56">
            <Label htmlFor="search-period" size="small">
              Thời gian
            </Label>
            <Select
              value={String(days)}
              onValueChange={(value) => setDays(periodOf(value))}
            >
              <Select.Trigger id="search-period">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                {SEARCH_PERIODS.map((period) => (
                  <Select.Item key={period} value={String(period)}>
                    {period} ngày qua
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
          <div className="flex items-center gap-2 pb-1">
            <Switch id="search-singles" checked={singles} onCheckedChange={setSingles} />
            <Label htmlFor="search-singles" size="small">
              Hiện cả từ chỉ tìm một lần
            </Label>
          </div>
        </div>
      </Container>
      {SEARCH_KINDS.map((kind) => (
        <SearchesOfKind
          key={`${kind} ${days} ${singles}`}
          {...KINDS[kind]}
          choice={{ kind, days, singles }}
        />
      ))}
    </div>
  )
}

export const config = defineRouteConfig({ label: "Khách tìm gì", icon: MagnifyingGlass })

export default SearchesPage
