import { useState } from "react"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CheckCircleSolid } from "@medusajs/icons"
import { Container, Heading, Input, Label, Select, Table, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { formatDay } from "../../../contracts/calendar"
import {
  RECOGNITION_STATUS_LABELS,
  type RecognitionStatus,
} from "../../../contracts/recognition"
import { type RegisterEntryView } from "../../../contracts/register"
import { StarsOfRecognition } from "../../components/stars-of-recognition"
import { StatusOfRecognition } from "../../components/status-of-recognition"
import { fetchRegister } from "../../lib/register"

const PAGE_SIZE = 20
const ANY = "any"

const STATUSES = Object.entries(RECOGNITION_STATUS_LABELS)
const isStatus = (value: string): value is RecognitionStatus =>
  value in RECOGNITION_STATUS_LABELS

const RegisterPage = () => {
  const [status, setStatus] = useState<RecognitionStatus>()
  const [search, setSearch] = useState("")
  const [page, setPage] = useState(0)
  const { data, error } = useQuery({
    queryKey: ["recognitions", { status, search, page }],
    queryFn: () =>
      fetchRegister({ status, q: search, limit: PAGE_SIZE, offset: page * PAGE_SIZE }),
    placeholderData: keepPreviousData,
  })
  const count = data?.count ?? 0
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE))

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-4 px-6 py-4">
        <div>
          <Heading level="h1">Sổ công nhận OCOP</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {count} dòng công nhận
          </Text>
        </div>
        <div className="flex flex-wrap gap-4">
          <div>
            <Label htmlFor="register-search" size="small">
              Số giấy, quyết định hoặc chủ thể
            </Label>
            <Input
              id="register-search"
              type="search"
              value={search}
              onChange={(event) => {
                setSearch(event.target.value)
                setPage(0)
              }}
            />
          </div>
          <div>
            <Label htmlFor="register-status" size="small">
              Trạng thái
            </Label>
            <Select
              value={status ?? ANY}
              onValueChange={(value) => {
                setStatus(isStatus(value) ? value : undefined)
                setPage(0)
              }}
            >
              <Select.Trigger id="register-status">
                <Select.Value />
              </Select.Trigger>
              <Select.Content>
                <Select.Item value={ANY}>Mọi trạng thái</Select.Item>
                {STATUSES.map(([value, label]) => (
                  <Select.Item key={value} value={value}>
                    {label}
                  </Select.Item>
                ))}
              </Select.Content>
            </Select>
          </div>
        </div>
      </div>
      {error ? (
        <Text className="px-6 py-4">Không tải được: {error.message}</Text>
      ) : (
        <RegisterTable entries={data?.recognitions ?? []} />
      )}
      <Table.Pagination
        count={count}
        pageSize={PAGE_SIZE}
        pageIndex={page}
        pageCount={pageCount}
        canPreviousPage={page > 0}
        canNextPage={page + 1 < pageCount}
        previousPage={() => setPage(page - 1)}
        nextPage={() => setPage(page + 1)}
        translations={{
          of: "trên",
          results: "dòng",
          pages: "trang",
          prev: "Trước",
          next: "Sau",
        }}
      />
    </Container>
  )
}

const HEADINGS = [
  "Sản phẩm",
  "Hạng",
  "Trạng thái",
  "Số giấy chứng nhận",
  "Quyết định",
  "Ngày ký",
  "Hết hạn",
  "Chủ thể theo quyết định",
]

const RegisterTable = ({ entries }: { entries: RegisterEntryView[] }) => (
  <div className="overflow-x-auto">
    <Table>
      <Table.Header>
        <Table.Row>
          {HEADINGS.map((heading) => (
            <Table.HeaderCell key={heading}>{heading}</Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {entries.map((entry) => (
          <Table.Row key={entry.id}>
            <Table.Cell>
              {entry.product ? (
                <a
                  className="text-ui-fg-interactive hover:underline"
                  href={`/app/products/${entry.product.id}`}
                >
                  {entry.product.title}
                </a>
              ) : (
                "—"
              )}
            </Table.Cell>
            <Table.Cell>
              <StarsOfRecognition stars={entry.stars} proposed={entry.proposed_stars} />
            </Table.Cell>
            <Table.Cell>
              <StatusOfRecognition status={entry.status} />
            </Table.Cell>
            <Table.Cell>{entry.certificate_number ?? "—"}</Table.Cell>
            <Table.Cell>{entry.decision_no ?? "—"}</Table.Cell>
            <Table.Cell>
              {entry.decision_date ? formatDay(entry.decision_date) : "—"}
            </Table.Cell>
            <Table.Cell>
              {entry.expires_on ? formatDay(entry.expires_on) : "—"}
            </Table.Cell>
            <Table.Cell>{entry.producer_name}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  </div>
)

export const config = defineRouteConfig({
  label: "Sổ công nhận OCOP",
  icon: CheckCircleSolid,
})

export default RegisterPage
