import { Emblem } from "./emblem"

/** Emblem and name. The name is real text in the sign painter's face. */
export function Wordmark({ onDark = false }: { onDark?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Emblem className="size-11 shrink-0 lg:size-12" />
      <span className="font-display text-[1.375rem] leading-none font-semibold lg:text-2xl">
        <span className={onDark ? "text-gold" : "text-lacquer"}>OCOP</span>{" "}
        <span className={onDark ? "text-paper" : "text-lacquer-deep"}>Quảng Nam</span>
      </span>
    </span>
  )
}
