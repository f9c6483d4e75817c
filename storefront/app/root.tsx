import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
} from "@remix-run/react"
import {
  type HeadersFunction,
  type LinksFunction,
  type MetaFunction,
} from "@remix-run/node"
import { useEffect, useRef, type ReactNode } from "react"
import favicon from "./assets/illustrations/favicon.svg?url"
import { ErrorPage } from "./components/error-page"
import { PageLayout } from "./components/layout/page-layout"
import { env } from "./lib/env.server"
import { errorCopy } from "./lib/error-copy"
import { errorDetail } from "./lib/error-detail"
import { useNonce } from "./lib/nonce"
import { SITE_NAME } from "./lib/seo"
import stylesheet from "./styles/app.css?url"
import { fontPreloads } from "./styles/font-preloads"

export const links: LinksFunction = () => [
  ...fontPreloads,
  { rel: "icon", type: "image/svg+xml", href: favicon },
  { rel: "stylesheet", href: stylesheet },
]

/** The same for everyone: the number in the cart badge comes separately. */
export const loader = () => ({ origin: env().STORE_URL })

/** Nothing in it ever changes while the page is open. */
export const shouldRevalidate = () => false

/** What an error page must carry along: Retry-After. */
export const headers: HeadersFunction = ({ errorHeaders }) =>
  errorHeaders ?? new Headers()

/** Of pages without their own, which are the error pages. */
export const meta: MetaFunction = ({ error }) => {
  if (!error) return [{ title: SITE_NAME }]
  const status = isRouteErrorResponse(error) ? error.status : 500
  const { title } = isRouteErrorResponse(error) ? errorDetail(error.data) : {}
  return [
    { title: `${title ?? errorCopy(status).title} – ${SITE_NAME}` },
    { name: "robots", content: "noindex" },
  ]
}

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf6ea" />
        <Meta />
        <Links />
      </head>
      <body>
        <a
          href="#noi-dung"
          className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-4 focus:z-50 focus:rounded focus:bg-ink focus:px-4 focus:py-2 focus:text-surface"
        >
          Bỏ qua đến nội dung chính
        </a>
        <PageLayout>{children}</PageLayout>
        <FocusOnNavigation />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const detail = isRouteErrorResponse(error) ? errorDetail(error.data) : {}
  const copy = errorCopy(status)
  return (
    <ErrorPage
      status={status}
      title={detail.title ?? copy.title}
      message={detail.message ?? copy.message}
      retryAfter={detail.retryAfter}
      actions={copy.actions}
    />
  )
}

/** A new page moves the focus to its content, as a full page load would. */
function FocusOnNavigation() {
  const { pathname } = useLocation()
  const previous = useRef(pathname)
  useEffect(() => {
    if (previous.current === pathname) return
    previous.current = pathname
    document.getElementById("noi-dung")?.focus({ preventScroll: true })
  }, [pathname])
  return null
}
