import { useNavigation } from "@remix-run/react"

/** A thin ochre line at the top while the next page is on its way. */
export function NavigationProgress() {
  const busy = useNavigation().state !== "idle"
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-0 z-50 h-1">
      {busy ? (
        <>
          <div className="progress-line h-full bg-ochre" />
          <span className="sr-only">Đang tải trang…</span>
        </>
      ) : null}
    </div>
  )
}
