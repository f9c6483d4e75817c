import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { NavLink, useLoaderData } from "@remix-run/react"
import { Notice } from "#app/components/ui/notice"
import { PageHeader } from "#app/components/ui/page-header"
import { POLICIES } from "#app/features/policy/policies"
import { POLICY_TEXTS } from "#app/features/policy/texts"
import { notFound, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"

export function loader({ params }: LoaderFunctionArgs) {
  const policy = POLICIES.find(({ slug }) => slug === params["slug"])
  if (!policy) throw notFound()
  return publicPage({ ...policy, parts: POLICY_TEXTS[policy.slug] })
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        description: data.parts[0]?.text[0],
        path: paths.policy(data.slug),
      })
    : []

export default function Policy() {
  const { title, parts } = useLoaderData<typeof loader>()
  return (
    <div className="page-width grid gap-x-12 lg:grid-cols-[1fr_16rem]">
      <article>
        <PageHeader crumbs={[{ label: "Trang chủ", href: paths.home() }]} title={title} />
        <div className="max-w-[68ch]">
          <Notice tone="warning" title="Bản dự thảo">
            Nội dung này chờ đơn vị vận hành xem xét và ban hành chính thức.
          </Notice>
        </div>
        {parts.map(({ heading, text }) => (
          <section key={heading} className="mt-8">
            <h2 className="title-2">{heading}</h2>
            <div className="prose-vi mt-2">
              {text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </section>
        ))}
      </article>
      <nav aria-label="Các chính sách khác" className="mt-12 lg:mt-24">
        <h2 className="eyebrow">Các chính sách</h2>
        <ul className="mt-2 border-t border-sand-deep">
          {POLICIES.map(({ slug, title: label }) => (
            <li key={slug} className="border-b border-sand-deep">
              <NavLink
                to={paths.policy(slug)}
                prefetch="intent"
                className={({ isActive }) =>
                  `flex min-h-11 items-center py-1 no-underline hover:underline ${isActive ? "font-semibold text-lacquer-deep" : ""}`
                }
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
