/** The register's tables for a day. Definitions: contracts/figures. */
import { type Day } from "../../contracts/calendar"
import { type FiguresResponse } from "../../contracts/figures"
import { type GroupSlug, groupSlug } from "../../contracts/group"
import { entityType, type EntityType } from "../../contracts/producer"
import { isCurrent, recognitionStatusOn } from "../../contracts/recognition"
import { fundingSource, showroomKind } from "../../contracts/showroom"
import { type z } from "@medusajs/framework/zod"
import { decidedInOrder, latestDecidedOn, type RegisterEntry } from "./register"

export type FigureEntry = RegisterEntry & {
  display_group: GroupSlug
  stars: number | null
  proposed_stars: number | null
  proposed_on: Day | null
  evaluation_year: number
  entity_type: EntityType
  producer_name: string
}

export type FigureProduct = {
  /** Null where the product has no producer in the register any more. */
  producer_id: string | null
  history: readonly FigureEntry[]
}

export type FigureShowroom = {
  kind: z.output<typeof showroomKind>
  funding_source: z.output<typeof fundingSource>
  opened_on: Day | null
}

type Recognised = { product: FigureProduct; first: FigureEntry; latest: FigureEntry }
type Register = Omit<FiguresResponse, "on" | "showrooms" | "quoted">

const STAR_ROWS = ["5", "5-proposed", "4", "3"] as const

/** The register as it stood at the end of that day. */
export function registerOn(products: readonly FigureProduct[], on: Day): Register {
  const recognised = products.flatMap((product): Recognised[] => {
    const latest = latestDecidedOn(product.history, on)
    const [first] = decidedInOrder(product.history)
    return latest && first ? [{ product, first, latest }] : []
  })
  const subjects = subjectsOf(recognised)
  return {
    products: recognised.length,
    by_group: groupSlug.options.map((group) => ({
      group,
      products: recognised.filter(({ latest }) => latest.display_group === group).length,
    })),
    by_star: STAR_ROWS.map((star) => ({
      star,
      products: recognised.filter(({ latest }) => starRowOf(latest, on) === star).length,
    })),
    subjects: subjects.size,
    by_entity_type: entityType.options.map((type) => ({
      entity_type: type,
      subjects: [...subjects.values()].filter((named) => named === type).length,
    })),
    cohorts: cohortsOf(recognised),
    standing: standingOf(recognised, on),
  }
}

/** A proposal counts from the day it was made, and only on top of a certificate in force. */
function starRowOf(entry: FigureEntry, on: Day): (typeof STAR_ROWS)[number] | undefined {
  const proposedByThen = entry.proposed_on !== null && entry.proposed_on <= on
  if (
    entry.proposed_stars === 5 &&
    proposedByThen &&
    isCurrent(recognitionStatusOn(entry, on))
  )
    return "5-proposed"
  return STAR_ROWS.find((row) => row === String(entry.stars))
}

/** Each producer once, in the form its latest decision names. */
function subjectsOf(recognised: readonly Recognised[]): Map<string, EntityType> {
  const byDecision = [...recognised].sort((a, b) =>
    (a.latest.decision_date ?? "") < (b.latest.decision_date ?? "") ? -1 : 1,
  )
  return new Map(
    byDecision.map(({ product, latest }) => [
      product.producer_id ?? latest.producer_name,
      latest.entity_type,
    ]),
  )
}

function cohortsOf(recognised: readonly Recognised[]): Register["cohorts"] {
  const years = [...new Set(recognised.map(({ first }) => first.evaluation_year))].sort()
  let cumulative = 0
  return years.map((year) => {
    const products = recognised.filter(
      ({ first }) => first.evaluation_year === year,
    ).length
    cumulative += products
    return { year, products, cumulative }
  })
}

function standingOf(recognised: readonly Recognised[], on: Day): Register["standing"] {
  const statuses = recognised.map(({ latest }) => recognitionStatusOn(latest, on))
  const valid = statuses.filter(isCurrent).length
  const revoked = statuses.filter((status) => status === "revoked").length
  return { valid, revoked, expired: statuses.length - valid - revoked }
}

/** Points and centres open by that day; one whose opening day is unknown always counts. */
export function showroomsOn(
  showrooms: readonly FigureShowroom[],
  on: Day,
): FiguresResponse["showrooms"] {
  const open = showrooms.filter(({ opened_on }) => opened_on === null || opened_on <= on)
  return {
    total: open.length,
    by_funding: fundingSource.options.flatMap((funding_source) =>
      showroomKind.options.flatMap((kind) => {
        const count = open.filter(
          (showroom) =>
            showroom.funding_source === funding_source && showroom.kind === kind,
        ).length
        return count > 0 ? [{ funding_source, kind, showrooms: count }] : []
      }),
    ),
  }
}
