import { type ReactNode } from "react"
import { Icon, type IconName } from "./icon"

export type NoticeTone = "info" | "success" | "warning" | "error"

const TONES: Record<NoticeTone, { look: string; icon: IconName }> = {
  info: { look: "border-river bg-river-tint text-river-deep", icon: "info" },
  success: { look: "border-forest bg-forest-tint text-forest-deep", icon: "check" },
  warning: { look: "border-ochre bg-ochre-tint text-ink", icon: "alert" },
  error: { look: "border-lacquer bg-lacquer-tint text-lacquer-deep", icon: "alert" },
}

/** A message in the flow of the page. `live` makes it heard when it appears later. */
export function Notice({
  tone = "info",
  title,
  live = false,
  children,
}: {
  tone?: NoticeTone
  title?: string
  live?: boolean
  children?: ReactNode
}) {
  const { look, icon } = TONES[tone]
  return (
    <div
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
      className={`flex gap-3 rounded-md border-l-4 px-4 py-3 ${look}`}
    >
      <Icon name={icon} className="mt-0.5" />
      <div className="min-w-0">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  )
}
