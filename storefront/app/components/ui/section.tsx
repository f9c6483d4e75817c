import { Link } from "@remix-run/react"
import { type ReactNode, useId } from "react"
import { Icon } from "./icon"

/** A titled part of a page, with a link to all of its kind. */
export function Section({
  title,
  lead,
  more,
  className = "",
  children,
}: {
  title: string
  lead?: ReactNode
  more?: { label: string; to: string }
  className?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`mt-12 lg:mt-16 ${className}`}>
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-1 lg:mb-6">
        <div>
          <h2 id={id} className="title-2 stroke-under">
            {title}
          </h2>
          {lead ? <p className="mt-2 max-w-prose text-ink-soft">{lead}</p> : null}
        </div>
        {more ? (
          <Link
            to={more.to}
            prefetch="intent"
            className="link inline-flex min-h-11 items-center gap-1.5 font-semibold"
          >
            {more.label}
            <Icon name="arrow" />
          </Link>
        ) : null}
      </div>
      {children}
    </section>
  )
}
