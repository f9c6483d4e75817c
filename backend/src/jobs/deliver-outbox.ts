import { type MedusaContainer } from "@medusajs/framework/types"
import { deliverDue } from "../outbox/deliver"

/** Looks often: it is one cheap question to the database when there is nothing to do. */
export default async function deliverOutbox(container: MedusaContainer): Promise<void> {
  await deliverDue(container)
}

export const config = {
  name: "deliver-outbox",
  schedule: { interval: 500 },
}
