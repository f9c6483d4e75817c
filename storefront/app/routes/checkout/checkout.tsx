import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { CheckoutPage } from "#app/features/checkout/checkout-page"
import { type CheckoutAnswer } from "#app/features/checkout/checkout-form"
import { checkoutData, outageData } from "#app/features/checkout/checkout-data.server"
import { submitCheckout } from "#app/features/checkout/submit.server"
import { privatePage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"
import { readSession, sessionHeaders } from "#app/lib/session.server"

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, { title: "Thanh toán", noindex: true })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await readSession(request)
  // After an action that met an outage, asking again would only make the visitor wait longer.
  const data = context.outage
    ? await outageData()
    : await checkoutData({ session, clientIp: context.clientIp })
  if (data.state === "empty") throw redirect(paths.cart(), 303)
  // During an outage the form stays on the page, with what was typed.
  return privatePage(data, { status: data.state === "outage" ? 503 : 200 })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await readSession(request)
  const outcome = await submitCheckout(await request.formData(), {
    session,
    clientIp: context.clientIp,
  })
  switch (outcome.kind) {
    case "placed":
      throw redirect(paths.orderPlaced(), {
        status: 303,
        headers: await sessionHeaders({ count: 0, order: outcome.order }),
      })
    case "elsewhere":
      throw redirect(outcome.to, 303)
    case "again":
      context.outage = outcome.isOutage
      return privatePage<CheckoutAnswer>(outcome.answer, {
        status: outcome.status,
        headers: outcome.session ? await sessionHeaders(outcome.session) : undefined,
      })
  }
}

export default function CheckoutRoute() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<CheckoutAnswer>()
  return <CheckoutPage data={data} answer={answer} />
}
