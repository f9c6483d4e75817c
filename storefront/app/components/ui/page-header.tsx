import { type ReactNode } from "react"
import { Breadcrumb, type Crumb } from "./breadcrumb"

/** The head of a browsing page: where it stands, its one h1, and a few words. */
export function PageHeader({
  crumbs,
  title,
  lead,
}: {
  /** Without the page itself, which is added. */
  crumbs: readonly Crumb[]
  title: string
  lead?: ReactNode
}) {
  return (
    <header className="pt-3 pb-5 lg:pt-4 lg:pb-7">
      <Breadcrumb items={[...crumbs, { label: title }]} />
      <h1 className="title-1 mt-1">{title}</h1>
      {lead ? (
        <div className="mt-2 max-w-prose text-pretty text-ink-soft">{lead}</div>
      ) : null}
    </header>
  )
}
