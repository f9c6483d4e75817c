/** The admin's way to the outbox. Everything here throws FetchError with a Vietnamese message. */
import { type ParkedMessage, parkedMessagesResponse } from "../../contracts/outbox"
import { sdk } from "./sdk"

export async function fetchParked(): Promise<ParkedMessage[]> {
  return parkedMessagesResponse.parse(await sdk.client.fetch("/admin/outbox")).messages
}

export async function retryMessage(id: string): Promise<void> {
  await sdk.client.fetch(`/admin/outbox/${id}/retry`, { method: "POST" })
}

export async function discardMessage(id: string): Promise<void> {
  await sdk.client.fetch(`/admin/outbox/${id}`, { method: "DELETE" })
}
