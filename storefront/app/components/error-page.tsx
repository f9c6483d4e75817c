import { type ErrorAction } from "#app/lib/error-copy"
import { SearchBox } from "#app/features/search-box/search-box"
import { ButtonLink } from "./ui/button"

/** Every failure as a page: what happened, in plain words, and a way on. */
export function ErrorPage({
  status,
  title,
  message,
  retryAfter,
  actions,
}: {
  status: number
  title: string
  message: string
  /** Seconds to wait before trying again. */
  retryAfter?: number
  actions: readonly ErrorAction[]
}) {
  return (
    <div className="page-width grid justify-items-center gap-5 py-12 text-center lg:py-20">
      <ErrorSeal status={status} />
      <h1 className="title-1">{title}</h1>
      <p className="max-w-prose text-lg text-ink-soft">{message}</p>
      {retryAfter === undefined ? null : (
        <p className="font-semibold">Thử lại sau khoảng {retryAfter} giây.</p>
      )}
      {status === 404 || status === 410 ? (
        <SearchBox id="tim-trang-loi" size="lg" className="w-full max-w-xl text-left" />
      ) : null}
      {actions.length > 0 ? (
        <ul className="flex flex-wrap justify-center gap-3">
          {actions.map(({ label, to }, index) => (
            <li key={to}>
              <ButtonLink to={to} variant={index === 0 ? "primary" : "secondary"}>
                {label}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

/** The status as a number on a lantern, hung from the band under the header. */
function ErrorSeal({ status }: { status: number }) {
  return (
    <svg viewBox="0 0 120 170" aria-hidden="true" className="-mt-12 h-44 lg:-mt-20">
      <path d="M60 0v34" stroke="var(--color-ochre-deep)" strokeWidth="2.5" />
      <rect x="42" y="32" width="36" height="8" rx="3" fill="var(--color-lacquer-deep)" />
      <ellipse cx="60" cy="82" rx="50" ry="44" fill="var(--color-lacquer)" />
      <path
        d="M60 38c-34 8-34 80 0 88M60 38c34 8 34 80 0 88M60 38c-12 8-12 80 0 88M60 38c12 8 12 80 0 88"
        fill="none"
        stroke="var(--color-ochre)"
        strokeWidth="1.5"
        opacity=".6"
      />
      <rect
        x="42"
        y="123"
        width="36"
        height="8"
        rx="3"
        fill="var(--color-lacquer-deep)"
      />
      <path
        d="M52 131v26M60 131v34M68 131v26"
        stroke="var(--color-ochre)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <text
        x="60"
        y="96"
        textAnchor="middle"
        fontFamily="var(--font-display)"
        fontWeight="600"
        fontSize="38"
        fill="var(--color-paper)"
      >
        {status}
      </text>
    </svg>
  )
}
