import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { type AdminProduct, type DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { formatDay } from "../../contracts/calendar"
import { ENTITY_TYPES } from "../../contracts/producer"
import { type RegisterEntryView } from "../../contracts/register"
import { StarsOfRecognition } from "../components/stars-of-recognition"
import { StatusOfRecognition } from "../components/status-of-recognition"
import { fetchRegister } from "../lib/register"

const HISTORY = 20

const Row = ({ label, value }: { label: string; value: string | null }) => (
  <div className="text-ui-fg-subtle grid grid-cols-2 items-start px-6 py-3">
    <Text size="small" weight="plus" leading="compact">
      {label}
    </Text>
    <Text size="small" leading="compact">
      {value ?? "—"}
    </Text>
  </div>
)

const Certificate = ({ entry, origin }: { entry: RegisterEntryView; origin: string }) => (
  <>
    <div className="flex items-center justify-between px-6 py-3">
      <StarsOfRecognition stars={entry.stars} proposed={entry.proposed_stars} />
      <StatusOfRecognition status={entry.status} />
    </div>
    <Row label="Số giấy chứng nhận" value={entry.certificate_number} />
    <Row label="Quyết định" value={entry.decision_no} />
    <Row label="Ngày ký" value={entry.decision_date && formatDay(entry.decision_date)} />
    <Row
      label="Có giá trị đến trước"
      value={entry.expires_on && formatDay(entry.expires_on)}
    />
    <Row label="Cơ quan công nhận" value={entry.issuer} />
    <Row
      label="Chủ thể theo quyết định"
      value={`${entry.producer_name} (${ENTITY_TYPES[entry.entity_type].label})`}
    />
    <Row label="Xuất xứ khi công nhận" value={origin || entry.origin_text} />
    {entry.revoked_on && (
      <Row
        label="Thu hồi"
        value={`${formatDay(entry.revoked_on)}: ${entry.revoked_reason ?? ""}`}
      />
    )}
  </>
)

const ProductCertificateWidget = ({ data: product }: DetailWidgetProps<AdminProduct>) => {
  const { data, isLoading, error } = useQuery({
    queryKey: ["recognitions", product.id],
    queryFn: () => fetchRegister({ product_id: product.id, limit: HISTORY, offset: 0 }),
  })
  const entries = data?.recognitions ?? []
  const shown =
    entries.find((entry) => entry.status === "valid" || entry.status === "expiring") ??
    entries[0]
  const origin = [product.metadata?.origin_commune, product.metadata?.origin_district]
    .filter((name) => typeof name === "string")
    .join(", ")
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">Công nhận OCOP</Heading>
      </div>
      {isLoading && <Row label="Đang tải…" value="" />}
      {error && <Row label="Không tải được" value={error.message} />}
      {data && !shown && <Row label="Chưa được công nhận" value={null} />}
      {shown && <Certificate entry={shown} origin={origin} />}
      {entries.length > 1 && (
        <Row label="Số lần công nhận" value={String(data?.count ?? entries.length)} />
      )}
    </Container>
  )
}

export const config = defineWidgetConfig({ zone: "product.details.side.before" })

export default ProductCertificateWidget
