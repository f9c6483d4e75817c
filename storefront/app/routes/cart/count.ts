/** GET /gio-hang/so-luong: the number in the cart badge, out of the signed cookie alone. */
import { type LoaderFunctionArgs } from "@remix-run/node"
import { PRIVATE_CACHE } from "#app/lib/cache-manifest"
import { readSession } from "#app/lib/session.server"

export async function loader({ request }: LoaderFunctionArgs) {
  const { count } = await readSession(request)
  return Response.json({ count }, { headers: { "Cache-Control": PRIVATE_CACHE } })
}
