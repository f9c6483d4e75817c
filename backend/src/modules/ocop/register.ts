/** The rules of the register as pure functions: who supersedes whom, and which steps are legal. */
import { type Day } from "../../contracts/calendar"
import {
  isCurrent,
  recognitionStatusOn,
  RECOGNITION_STATUS_LABELS,
  type RecognitionStatus,
  type StatusFacts,
} from "../../contracts/recognition"

export type RegisterEntry = StatusFacts & {
  id: string
  superseded_by_id: string | null
}

export type Supersession = { id: string; superseded_on: Day; superseded_by_id: string }

type Decided<T extends RegisterEntry> = T & { decision_date: Day; expires_on: Day }

const isDecided = <T extends RegisterEntry>(entry: T): entry is Decided<T> =>
  entry.decision_date !== null && entry.expires_on !== null

/** Decided recognitions of one product, oldest decision first. */
export const decidedInOrder = <T extends RegisterEntry>(
  history: readonly T[],
): Decided<T>[] =>
  history.filter(isDecided).sort((a, b) => (a.decision_date < b.decision_date ? -1 : 1))

/**
 * Which recognitions of one product the next decision put out of force. One that had run out or
 * been revoked before that day keeps that end.
 */
export function supersessions(history: readonly RegisterEntry[]): Supersession[] {
  const decided = decidedInOrder(history)
  return decided.flatMap((entry, index) => {
    const next = decided[index + 1]
    if (!next || entry.expires_on <= next.decision_date) return []
    if (entry.revoked_on !== null && entry.revoked_on <= next.decision_date) return []
    return [
      {
        id: entry.id,
        superseded_on: next.decision_date,
        superseded_by_id: next.id,
      },
    ]
  })
}

/** Two decisions on one product on one day contradict each other. */
export function hasDecisionsOnOneDay(history: readonly RegisterEntry[]): boolean {
  const days = history.filter(isDecided).map((entry) => entry.decision_date)
  return new Set(days).size !== days.length
}

/** The one recognition whose mark the product may carry that day. */
export const currentOn = <T extends RegisterEntry>(
  history: readonly T[],
  today: Day,
): T | undefined =>
  decidedInOrder(history)
    .reverse()
    .find((entry) => isCurrent(recognitionStatusOn(entry, today)))

/** The last recognition ever decided by that day, in force or not. */
export const latestDecidedOn = <T extends RegisterEntry>(
  history: readonly T[],
  on: Day,
): Decided<T> | undefined =>
  decidedInOrder(history)
    .filter((entry) => entry.decision_date <= on)
    .at(-1)

/** Why a recognition in this state can't be revoked; null when it can. */
export const refuseRevocation = (status: RecognitionStatus): string | null =>
  isCurrent(status)
    ? null
    : `Chỉ thu hồi được giấy chứng nhận còn hiệu lực; giấy này: ${RECOGNITION_STATUS_LABELS[status].toLowerCase()}.`

/** Why a higher star can't be asked for; null when it can. */
export function refuseProposal(
  status: RecognitionStatus,
  held: number | null,
  asked: number | null,
): string | null {
  if (!isCurrent(status))
    return `Chỉ đề nghị nâng hạng khi giấy chứng nhận còn hiệu lực; giấy này: ${RECOGNITION_STATUS_LABELS[status].toLowerCase()}.`
  if (asked !== null && held !== null && asked <= held)
    return `Hạng đề nghị (${asked} sao) phải cao hơn hạng đang có (${held} sao).`
  return null
}
