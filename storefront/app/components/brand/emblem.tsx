import emblem from "#app/assets/illustrations/emblem.svg?url"

/** The programme's emblem; always beside the name, so it says nothing itself. */
export function Emblem({ className = "" }: { className?: string }) {
  return <img src={emblem} alt="" width={64} height={64} className={className} />
}
