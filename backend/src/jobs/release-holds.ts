import { type MedusaContainer } from "@medusajs/framework/types"
import { putRight } from "../lib/left-behind"

/** Longer than any completion takes; nothing stays held for a quarter of an hour. */
const ABANDONED_MINUTES = 10

/** Puts right what a process that died left behind. */
export default async function releaseHolds(container: MedusaContainer): Promise<void> {
  await putRight(container, ABANDONED_MINUTES)
}

export const config = {
  name: "release-holds",
  schedule: "* * * * *",
}
