import { type MedusaContainer } from "@medusajs/framework/types"
import { expirePickups } from "../lib/pickup-expiry"

/** Several processes may do it at once: what one has ended the other leaves alone. */
export default async function expirePickUps(container: MedusaContainer): Promise<void> {
  await expirePickups(container)
}

export const config = {
  name: "expire-pickups",
  schedule: "* * * * *",
}
