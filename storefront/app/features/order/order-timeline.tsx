import { Icon } from "#app/components/ui/icon"
import { type OrderStep } from "./order-stages"

const MARKS: Record<OrderStep["state"], string> = {
  done: "border-forest bg-forest text-surface",
  current: "border-lacquer bg-lacquer text-surface",
  ahead: "border-sand-deep bg-surface text-ink-soft",
}
const SPOKEN: Record<OrderStep["state"], string> = {
  done: "đã xong",
  current: "hiện tại",
  ahead: "chưa tới",
}

export function OrderTimeline({ steps }: { steps: readonly OrderStep[] }) {
  return (
    <ol className="grid gap-3 sm:grid-flow-col sm:auto-cols-fr">
      {steps.map(({ label, state }) => (
        <li
          key={label}
          aria-current={state === "current" ? "step" : undefined}
          className="flex items-center gap-3 sm:grid sm:justify-items-start"
        >
          <span
            className={`inline-flex size-9 items-center justify-center rounded-full border-2 ${MARKS[state]}`}
          >
            {state === "ahead" ? null : <Icon name="check" />}
          </span>
          <span className={state === "current" ? "font-semibold" : "text-ink-soft"}>
            {label}
            <span className="sr-only"> ({SPOKEN[state]})</span>
          </span>
        </li>
      ))}
    </ol>
  )
}
