import { type MedusaContainer } from "@medusajs/framework/types"
import { forgetAttachments } from "../lib/stock-attachments"

/** Pictures that were sent for a document that was never posted. */
export default async function forgetUnusedAttachments(
  container: MedusaContainer,
): Promise<void> {
  await forgetAttachments(container)
}

export const config = {
  name: "forget-attachments",
  schedule: { interval: 600_000 },
}
