import { type MedusaContainer } from "@medusajs/framework/types"
import { deliverDue } from "../outbox/deliver"

/**
 * Looks often: it is a few cheap questions to the database when there is nothing to do. Does not
 * wait for what is under way, or nobody would look again before the slowest is done.
 */
export default async function deliverOutbox(container: MedusaContainer): Promise<void> {
  void deliverDue(container)
}

export const config = {
  name: "deliver-outbox",
  schedule: { interval: 500 },
}
