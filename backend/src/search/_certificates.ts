/** The recognitions of a product as the shop may show them on a given day. */
import { type Day } from "../contracts/calendar"
import {
  type CertificateView,
  isCurrent,
  recognitionStatusOn,
} from "../contracts/recognition"
import { type RecognitionRow } from "./_rows"

export type LegalNames = {
  /** Regime code → name. */
  regimes: ReadonlyMap<string, string>
  /** `${regime code}/${group code}` → name. */
  groups: ReadonlyMap<string, string>
}

type Certified = { row: RecognitionRow; view: CertificateView }

export type Certificates = {
  /** The recognition in force, or the last one. */
  shown: Certified | null
  /** Stars in force; 0 when none are. */
  stars: CertificateView["stars"] | 0
  /** First day on which the stars above no longer hold. */
  starsUntil: Day | null
  proposedStars: CertificateView["proposed_stars"]
  /** Newest first. */
  history: CertificateView[]
}

export function certificatesOf(
  rows: readonly RecognitionRow[],
  names: LegalNames,
  today: Day,
): Certificates {
  const certified = rows
    .flatMap((row) => {
      const view = viewOf(row, names, today)
      return view === null ? [] : [{ row, view }]
    })
    .sort(
      (a, b) =>
        b.view.decision_date.localeCompare(a.view.decision_date) ||
        b.row.id.localeCompare(a.row.id),
    )
  const inForce = certified.find(({ view }) => isCurrent(view.status))
  const proposal = rows.find((row) => row.decision_date === null && row.proposed)
  return {
    shown: inForce ?? certified[0] ?? null,
    stars: inForce?.view.stars ?? 0,
    starsUntil: inForce ? endOf(inForce.view) : null,
    proposedStars: inForce?.view.proposed_stars ?? proposal?.proposed_stars ?? null,
    history: certified.map(({ view }) => view),
  }
}

/** A certificate may be ended before its time, by a day that is already known. */
const endOf = (view: CertificateView): Day =>
  [view.expires_on, view.revoked_on, view.superseded_on]
    .filter((end) => end !== null)
    .reduce((first, end) => (end < first ? end : first))

/** Null while nothing was decided, and where the decision has yet to come into being. */
function viewOf(
  row: RecognitionRow,
  names: LegalNames,
  today: Day,
): CertificateView | null {
  const { decision_date, expires_on, stars, certificate_number } = row
  if (!decision_date || !expires_on || !stars || !certificate_number) return null
  if (decision_date > today) return null
  return {
    number: certificate_number,
    decision_no: row.decision_no,
    decision_date,
    expires_on,
    issuer: row.issuer,
    stars,
    proposed_stars: row.proposed_stars,
    status: recognitionStatusOn(row, today),
    group: names.groups.get(`${row.regime_code}/${row.group_code}`) ?? row.group_code,
    regime: names.regimes.get(row.regime_code) ?? row.regime_code,
    evaluation_year: row.evaluation_year,
    round: row.round,
    producer_name: row.producer_name,
    revoked_on: row.revoked_on,
    superseded_on: row.superseded_on,
    sample: row.sample,
  }
}
