/** The one clear answer to "is this certificate real and valid?". */
import { formatDay } from "@ocop/backend/contracts/calendar"
import { type CertificateView } from "@ocop/backend/contracts/recognition"

export type Verdict = {
  tone: "good" | "soon" | "over" | "bad"
  title: string
  text: string
}

type Facts = Pick<
  CertificateView,
  "status" | "stars" | "expires_on" | "revoked_on" | "superseded_on"
>

export function verdictOf(certificate: Facts): Verdict {
  const until = formatDay(certificate.expires_on)
  switch (certificate.status) {
    case "valid":
      return {
        tone: "good",
        title: "Còn hiệu lực",
        text: `Sản phẩm được mang hạng OCOP ${certificate.stars} sao; giấy chứng nhận có giá trị trước ngày ${until}.`,
      }
    case "expiring":
      return {
        tone: "soon",
        title: "Còn hiệu lực, sắp hết hạn",
        text: `Sản phẩm vẫn mang hạng OCOP ${certificate.stars} sao. Giấy chứng nhận hết hiệu lực từ ${until}.`,
      }
    case "expired":
      return {
        tone: "over",
        title: "Đã hết hạn",
        text: `Giấy chứng nhận ${certificate.stars} sao có thật nhưng đã hết hiệu lực từ ${until}.`,
      }
    case "superseded":
      return {
        tone: "over",
        title: "Đã được thay thế",
        text: `Sản phẩm có lần công nhận mới hơn${on(certificate.superseded_on)}; hãy xem giấy chứng nhận mới trên trang sản phẩm.`,
      }
    case "revoked":
      return {
        tone: "bad",
        title: "Đã bị thu hồi",
        text: `Cơ quan cấp đã thu hồi giấy chứng nhận này${on(certificate.revoked_on)}. Sản phẩm không được mang hạng sao.`,
      }
    case "proposed":
    case "draft":
      return {
        tone: "over",
        title: "Chưa được công nhận",
        text: "Hồ sơ mới ở bước đề nghị; sản phẩm chưa được mang hạng sao theo giấy này.",
      }
  }
}

const on = (day: string | null): string =>
  day === null ? "" : ` từ ngày ${formatDay(day)}`
