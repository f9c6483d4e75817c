/** What a contest came to: printed as a table at the end of `npm run test:faults`. */
import { contestCounts, type ContestCounts } from "../../ops/testing/contests"
import { appendFileSync, mkdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { ofKind, slowest, type Answer } from "./contest"

const FILE = join(import.meta.dirname, "../test-results/contests.jsonl")

/** Notes the counts of one contest. */
export function report(counts: ContestCounts): void {
  mkdirSync(dirname(FILE), { recursive: true })
  appendFileSync(FILE, `${JSON.stringify(contestCounts.parse(counts))}\n`)
}

/** @param ms of the whole contest. */
export const reportAnswers = (
  title: string,
  answers: readonly Answer[],
  ms: number,
): void =>
  report({
    title,
    attempted: answers.length,
    accepted: ofKind(answers, "order").length,
    refused: ofKind(answers, "refused").length,
    busy: ofKind(answers, "busy").length,
    errors: ofKind(answers, "error").length,
    ms: Math.round(ms),
    slowestAcceptedMs: slowest(ofKind(answers, "order")),
    slowestRefusedMs: slowest(ofKind(answers, "refused")),
  })
