import { type MedusaContainer } from "@medusajs/framework/types"
import { catchUp } from "../search/_rebuild"

/** Makes search recover by itself after an engine or a process was away. */
export default async function searchCatchUp(container: MedusaContainer): Promise<void> {
  await catchUp(container)
}

export const config = {
  name: "search-catch-up",
  schedule: { interval: 10_000 },
}
