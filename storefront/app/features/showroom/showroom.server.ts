import {
  showroomListResponse,
  showroomResponse,
  type ShowroomView,
} from "@ocop/backend/contracts/showroom"
import { backendGet, orNull } from "#app/lib/backend.server"
import { cached } from "#app/lib/cached.server"

/** The OCOP points and centres. */
export const listShowrooms: () => Promise<ShowroomView[]> = cached(
  async () => (await backendGet("/store/showrooms", showroomListResponse)).showrooms,
  30_000,
)

/** Null when there is no such point. */
export async function getShowroom(handle: string): Promise<ShowroomView | null> {
  const path = `/store/showrooms/${encodeURIComponent(handle)}`
  const answer = await orNull(backendGet(path, showroomResponse))
  return answer && answer.showroom
}

/** handle → name; empty while the backend is away. */
export async function showroomNames(): Promise<Record<string, string>> {
  const showrooms = await listShowrooms().catch(() => [])
  return Object.fromEntries(showrooms.map(({ handle, name }) => [handle, name]))
}
