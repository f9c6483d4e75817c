import { StatusBadge } from "@medusajs/ui"
import {
  RECOGNITION_STATUS_LABELS,
  type RecognitionStatus,
} from "../../contracts/recognition"

const COLOURS: Record<RecognitionStatus, "green" | "orange" | "red" | "grey" | "blue"> = {
  draft: "grey",
  proposed: "blue",
  valid: "green",
  expiring: "orange",
  expired: "grey",
  superseded: "grey",
  revoked: "red",
}

export const StatusOfRecognition = ({ status }: { status: RecognitionStatus }) => (
  <StatusBadge color={COLOURS[status]} className="w-max whitespace-nowrap">
    {RECOGNITION_STATUS_LABELS[status]}
  </StatusBadge>
)
