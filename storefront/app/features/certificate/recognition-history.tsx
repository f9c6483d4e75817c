import { Link } from "@remix-run/react"
import { formatDay } from "@ocop/backend/contracts/calendar"
import { type CertificateView } from "@ocop/backend/contracts/recognition"
import { paths } from "#app/lib/paths"
import { StatusLabel } from "./status-label"

/** All recognitions of a product, newest first: a star is given for three years at a time. */
export function RecognitionHistory({ history }: { history: readonly CertificateView[] }) {
  return (
    <ol className="relative grid gap-6 before:absolute before:inset-y-2 before:left-[0.4375rem] before:w-0.5 before:bg-sand-deep">
      {history.map((certificate) => (
        <li key={certificate.number} className="relative pl-8">
          <span
            aria-hidden="true"
            className="absolute top-1.5 left-0 size-4 rotate-45 border-2 border-lacquer-deep bg-ochre"
          />
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <time dateTime={certificate.decision_date} className="text-ink-soft">
              {formatDay(certificate.decision_date)}
            </time>
            <StatusLabel status={certificate.status} />
          </p>
          <p className="mt-0.5 font-semibold">
            {certificate.stars} sao, kỳ đánh giá năm {certificate.evaluation_year}
            {certificate.round > 1 ? ` (đợt ${certificate.round})` : ""}
          </p>
          <p className="text-sm text-ink-soft">
            {certificate.producer_name}
            {certificate.decision_no
              ? ` · Quyết định ${certificate.decision_no}`
              : ""} ·{" "}
            <Link to={paths.certificate(certificate.number)} className="link">
              {certificate.number}
            </Link>
          </p>
        </li>
      ))}
    </ol>
  )
}
