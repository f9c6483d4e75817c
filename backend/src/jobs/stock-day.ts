import { type MedusaContainer } from "@medusajs/framework/types"
import { followDay } from "../search/_day"

/**
 * Shows what has expired as sold out. Nothing has to run for it not to be sold: the database knows
 * the day. Often and cheap rather than at midnight: a missed night is made up for.
 */
export default async function stockDay(container: MedusaContainer): Promise<void> {
  await followDay(container)
}

export const config = {
  name: "stock-day",
  schedule: { interval: 5_000 },
}
