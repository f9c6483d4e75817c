import {
  RECOGNITION_STATUS_LABELS,
  type RecognitionStatus,
} from "@ocop/backend/contracts/recognition"

const LOOK: Record<RecognitionStatus, string> = {
  valid: "bg-forest text-surface",
  expiring: "bg-ochre text-ink",
  draft: "bg-sand text-ink",
  proposed: "bg-river-tint text-river-deep",
  expired: "bg-sand-deep text-ink",
  superseded: "bg-sand-deep text-ink",
  revoked: "bg-lacquer text-surface",
}

export function StatusLabel({ status }: { status: RecognitionStatus }) {
  return (
    <span
      className={`inline-block rounded-sm px-2 py-0.5 text-sm font-semibold ${LOOK[status]}`}
    >
      {RECOGNITION_STATUS_LABELS[status]}
    </span>
  )
}
