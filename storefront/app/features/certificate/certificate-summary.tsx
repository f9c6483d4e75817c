import { Link } from "@remix-run/react"
import { formatDay } from "@ocop/backend/contracts/calendar"
import { type CertificateView, isCurrent } from "@ocop/backend/contracts/recognition"
import { Icon } from "#app/components/ui/icon"
import { StarBadge } from "#app/components/ui/star-badge"
import { paths } from "#app/lib/paths"
import { StatusLabel } from "./status-label"

/** The certificate on the product page: the seal only while it is in force. */
export function CertificateSummary({ certificate }: { certificate: CertificateView }) {
  const current = isCurrent(certificate.status)
  return (
    <section
      aria-label="Giấy chứng nhận OCOP"
      className="rounded-card border border-sand-deep bg-surface p-4 sm:p-5"
    >
      <div className="flex gap-4">
        {current ? (
          <StarBadge stars={certificate.stars} className="size-18 -rotate-3" />
        ) : null}
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h2 className="title-3">
              {current ? `Hạng OCOP ${certificate.stars} sao` : "Chứng nhận OCOP"}
            </h2>
            <StatusLabel status={certificate.status} />
          </div>
          {current ? null : (
            <p className="mt-1 text-ink-soft">{lapsedNote(certificate)}</p>
          )}
          {certificate.proposed_stars !== null && current ? (
            <p className="mt-1 text-sm text-ink-soft">
              Đang được đề nghị xét {certificate.proposed_stars} sao.
            </p>
          ) : null}
        </div>
      </div>
      <dl className="mt-4 grid gap-x-6 gap-y-3 text-sm grid-cols-2">
        <Item label="Quyết định" value={certificate.decision_no ?? "Không nêu số"} />
        <Item label="Cơ quan công nhận" value={certificate.issuer} />
        <Item label="Ngày cấp" value={formatDay(certificate.decision_date)} />
        <Item
          label={current ? "Có hiệu lực trước ngày" : "Hết hiệu lực từ"}
          value={formatDay(endOf(certificate))}
        />
        <Item label="Số giấy chứng nhận" value={certificate.number} />
        <Item label="Chủ thể khi công nhận" value={certificate.producer_name} />
      </dl>
      <Link
        to={paths.certificate(certificate.number)}
        prefetch="intent"
        className="link mt-3 inline-flex min-h-11 items-center gap-1.5 font-semibold"
      >
        <Icon name="seal" />
        Xác thực giấy chứng nhận này
      </Link>
    </section>
  )
}

function Item({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  )
}

/** The day from which the certificate no longer counts. */
function endOf({ revoked_on, superseded_on, expires_on }: CertificateView): string {
  return revoked_on ?? superseded_on ?? expires_on
}

function lapsedNote(certificate: CertificateView): string {
  switch (certificate.status) {
    case "revoked":
      return "Giấy chứng nhận đã bị thu hồi, sản phẩm hiện không mang hạng sao OCOP."
    case "superseded":
      return "Giấy chứng nhận này đã được một lần công nhận sau thay thế."
    case "proposed":
    case "draft":
      return "Sản phẩm đang được đề nghị công nhận, chưa mang hạng sao OCOP."
    default:
      return `Giấy chứng nhận ${certificate.stars} sao đã hết hạn ngày ${formatDay(
        certificate.expires_on,
      )}. Sản phẩm vẫn được bán như đặc sản địa phương trong lúc chờ công nhận lại.`
  }
}
