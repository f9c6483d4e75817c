import { type ReactNode } from "react"

/** Nothing here, said kindly, with a way on. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-card border-2 border-dashed border-sand-deep bg-surface px-6 py-10 text-center">
      <EmptyBasket />
      <h2 className="title-2 mt-4">{title}</h2>
      <div className="mx-auto mt-3 grid max-w-prose justify-items-center gap-4 text-ink-soft">
        {children}
      </div>
    </div>
  )
}

function EmptyBasket() {
  return (
    <svg viewBox="0 0 120 90" aria-hidden="true" className="mx-auto h-24 w-32">
      <path
        d="M32 40C34 14 86 14 88 40"
        fill="none"
        stroke="var(--color-ochre-deep)"
        strokeWidth="4"
      />
      <path
        d="M16 40h88l-10 38a8 8 0 0 1-8 6H34a8 8 0 0 1-8-6z"
        fill="var(--color-ochre)"
      />
      <path
        d="M22 52h76M26 64h68M30 76h60M40 40l5 44M60 40v44M80 40l-5 44"
        stroke="var(--color-ochre-deep)"
        strokeWidth="2.5"
        fill="none"
        opacity=".55"
      />
      <rect x="12" y="35" width="96" height="9" rx="4.5" fill="var(--color-ochre-deep)" />
    </svg>
  )
}
