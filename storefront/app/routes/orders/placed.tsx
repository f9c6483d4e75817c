import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { PlacedPage } from "#app/features/order/placed-page"
import { lookUpOrder } from "#app/features/order/order.server"
import { BackendError } from "#app/lib/backend.server"
import { privatePage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"
import { readSession } from "#app/lib/session.server"

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, { title: "Đã đặt hàng", noindex: true })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { order: placed } = await readSession(request)
  if (placed === undefined) throw redirect(paths.orderLookup(), 303)
  // The code is what the buyer needs; it is shown even when the details cannot be had.
  const order = await lookUpOrder(placed, context.clientIp).catch((error: unknown) => {
    if (error instanceof BackendError) return null
    throw error
  })
  return privatePage({ code: placed.code, order })
}

export default function PlacedRoute() {
  const { code, order } = useLoaderData<typeof loader>()
  return <PlacedPage code={code} order={order} />
}
