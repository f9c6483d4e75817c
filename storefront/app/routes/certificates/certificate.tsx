import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import {
  isRouteErrorResponse,
  Link,
  useLoaderData,
  useParams,
  useRouteError,
} from "@remix-run/react"
import { dayInVietnam, formatDay } from "@ocop/backend/contracts/calendar"
import { isCurrent } from "@ocop/backend/contracts/recognition"
import { Breadcrumb } from "#app/components/ui/breadcrumb"
import { SampleNote } from "#app/components/ui/sample-note"
import { StarBadge } from "#app/components/ui/star-badge"
import { FactTable } from "#app/features/catalog/fact-table"
import { CertificateForm } from "#app/features/certificate/certificate-form"
import { getCertificate } from "#app/features/certificate/certificate.server"
import { type Verdict, verdictOf } from "#app/features/certificate/verdict"
import { notFound, orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta, SITE_NAME } from "#app/lib/seo"

export async function loader({ params }: LoaderFunctionArgs) {
  const number = params["certificate"] ?? ""
  const certificate = await getCertificate(number).catch(orUnavailable())
  if (certificate === null) throw notFound()
  return publicPage({ certificate, today: dayInVietnam() })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: `Giấy chứng nhận ${data.certificate.number}`,
        description: `${verdictOf(data.certificate).title}: giấy chứng nhận OCOP của ${data.certificate.product.title}.`,
        path: paths.certificate(data.certificate.number),
      })
    : [{ title: `${UNKNOWN} – ${SITE_NAME}` }, { name: "robots", content: "noindex" }]

const UNKNOWN = "Không có giấy chứng nhận này"

const TONES: Record<Verdict["tone"], string> = {
  good: "border-forest bg-forest-tint text-forest-deep",
  soon: "border-ochre bg-ochre-tint text-ink",
  over: "border-ink-soft bg-sand text-ink",
  bad: "border-lacquer bg-lacquer-tint text-lacquer-deep",
}

export default function Certificate() {
  const { certificate, today } = useLoaderData<typeof loader>()
  const verdict = verdictOf(certificate)
  const facts = [
    { label: "Quyết định", value: certificate.decision_no ?? "Không nêu số" },
    { label: "Cơ quan công nhận", value: certificate.issuer },
    { label: "Ngày cấp", value: formatDay(certificate.decision_date) },
    { label: "Có hiệu lực trước ngày", value: formatDay(certificate.expires_on) },
    { label: "Hạng", value: `${certificate.stars} sao` },
    { label: "Nhóm sản phẩm", value: certificate.group },
    { label: "Bộ tiêu chí", value: certificate.regime },
    {
      label: "Kỳ đánh giá",
      value: `Năm ${certificate.evaluation_year}, đợt ${certificate.round}`,
    },
    { label: "Chủ thể trong quyết định", value: certificate.producer_name },
  ]
  return (
    <div className="page-width">
      <div className="pt-3">
        <Breadcrumb
          items={[
            { label: "Xác thực", href: paths.certificateCheck() },
            { label: certificate.number },
          ]}
        />
      </div>
      <div
        className={`mt-2 flex flex-wrap items-center gap-6 rounded-card border-2 p-6 sm:flex-nowrap sm:p-8 ${TONES[verdict.tone]}`}
      >
        {isCurrent(certificate.status) ? (
          <StarBadge stars={certificate.stars} className="size-28 -rotate-3" />
        ) : null}
        <div>
          <h1>
            <span className="block text-base font-normal">
              Giấy chứng nhận {certificate.number}
            </span>
            <span className="mt-1 block font-display text-[2rem] leading-tight font-semibold sm:text-[2.75rem]">
              {verdict.title}
            </span>
          </h1>
          <p className="mt-2 text-lg">{verdict.text}</p>
          <p className="mt-1 text-sm">Kiểm tra ngày {formatDay(today)}.</p>
        </div>
      </div>
      <div className="mt-8 grid gap-8 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="chi-tiet">
          <h2 id="chi-tiet" className="title-2 stroke-under mb-4">
            Cấp cho sản phẩm
          </h2>
          <p className="mb-4 text-lg">
            <Link
              to={paths.product(certificate.product.handle)}
              className="link font-semibold"
            >
              {certificate.product.title}
            </Link>
          </p>
          <FactTable facts={facts} />
          {certificate.sample ? (
            <div className="mt-4">
              <SampleNote />
            </div>
          ) : null}
        </section>
        <section aria-labelledby="so-khac">
          <h2 id="so-khac" className="title-2 stroke-under mb-4">
            Kiểm tra số khác
          </h2>
          <CertificateForm />
        </section>
      </div>
    </div>
  )
}

/** An unknown number is an answer too, with the same weight as the others. */
export function ErrorBoundary() {
  const error = useRouteError()
  const { certificate = "" } = useParams()
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error
  return (
    <div className="page-width">
      <div className="pt-3">
        <Breadcrumb
          items={[
            { label: "Xác thực", href: paths.certificateCheck() },
            { label: certificate },
          ]}
        />
      </div>
      <div className={`mt-2 mb-8 rounded-card border-2 p-6 sm:p-8 ${TONES.bad}`}>
        <h1 className="font-display text-[2rem] leading-tight font-semibold sm:text-[2.75rem]">
          {UNKNOWN}
        </h1>
        <p className="mt-2 max-w-prose text-lg text-pretty">
          Sổ đăng ký không có giấy chứng nhận số “{certificate.slice(0, 60)}”. Hãy kiểm
          tra lại từng ký tự. Nếu bao bì in đúng số này, hãy hỏi lại nơi bán hoặc điểm
          OCOP gần bạn trước khi tin vào hạng sao trên nhãn.
        </p>
      </div>
      <CertificateForm number={certificate} />
    </div>
  )
}
