import { type ActionFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData } from "@remix-run/react"
import { LookupPage } from "#app/features/order/lookup-page"
import { submitLookup, type LookupAnswer } from "#app/features/order/order.server"
import { privatePage } from "#app/lib/http.server"
import { pageMeta } from "#app/lib/seo"

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, {
    title: "Tra cứu đơn hàng",
    description:
      "Xem đơn hàng đang ở đâu bằng mã đơn và số điện thoại, không cần tài khoản.",
  })

export async function action({ request, context }: ActionFunctionArgs) {
  const { status, answer } = await submitLookup(
    await request.formData(),
    context.clientIp,
  )
  return privatePage<LookupAnswer>(answer, { status })
}

export default function LookupRoute() {
  return <LookupPage answer={useActionData<LookupAnswer>()} />
}
