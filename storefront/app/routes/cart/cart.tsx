import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { CartPage } from "#app/features/cart/cart-page"
import { type CartActionData } from "#app/features/cart/cart-action"
import { parseCartForm, type CartCommand } from "#app/features/cart/cart-form.server"
import {
  addToCart,
  cartView,
  findCart,
  removeLine,
  sessionWith,
  setQuantity,
  type CartChange,
  type CartContext,
} from "#app/features/cart/cart.server"
import { findOrderOf } from "#app/features/checkout/place-order.server"
import { suggestionsFor } from "#app/features/cart/suggestions.server"
import { orUnavailable, privatePage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"
import { readSession, sessionHeaders } from "#app/lib/session.server"

export const meta: MetaFunction = ({ matches }) =>
  pageMeta(matches, { title: "Giỏ hàng", noindex: true })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = await readSession(request)
  const { clientIp } = context
  const found = await findCart({ session, clientIp }).catch(orUnavailable())
  if (found === null && session.cartId !== undefined) {
    // The cart may have become an order whose confirmation never reached the browser.
    const order = await findOrderOf(session.cartId, clientIp).catch(orUnavailable())
    if (order !== null)
      throw redirect(paths.orderPlaced(), {
        status: 303,
        headers: await sessionHeaders({ count: 0, order }),
      })
  }
  const cart = await cartView(found)
  return privatePage(
    // Not awaited: the cart is shown before its suggestions are there.
    { cart, suggestions: suggestionsFor(cart) },
    { headers: await sessionHeaders(sessionWith(session, found)) },
  )
}

export async function action({ request, context }: ActionFunctionArgs) {
  const session = await readSession(request)
  const form = await request.formData()
  const parsed = parseCartForm(form)
  if (!parsed.ok) return refusal({ ok: false, problem: parsed.problem })
  const change = await perform(parsed.command, {
    session,
    clientIp: context.clientIp,
  }).catch(orUnavailable())
  if (!change.ok) return refusal(change)

  const next = sessionWith(session, change.cart)
  const headers = await sessionHeaders(next)
  // With JavaScript the visitor stays; without it the answer is the cart, safe to reload.
  if (form.get("stay") !== "1") throw redirect(paths.cart(), { status: 303, headers })
  return privatePage<CartActionData>({ ok: true, count: next.count }, { headers })
}

const refusal = (answer: CartActionData & { ok: false }) =>
  privatePage<CartActionData>(answer, { status: 422 })

async function perform(command: CartCommand, context: CartContext): Promise<CartChange> {
  switch (command.intent) {
    case "add":
      return addToCart(context, command)
    case "set":
      return setQuantity(context, command.lineId, command.quantity)
    case "remove":
      return { ok: true, cart: await removeLine(context, command.lineId) }
    case "clear":
      return { ok: true, cart: null }
  }
}

export default function CartRoute() {
  const { cart, suggestions } = useLoaderData<typeof loader>()
  const answer = useActionData<CartActionData>()
  return (
    <CartPage
      cart={cart}
      suggestions={suggestions}
      problem={answer?.ok === false ? answer.problem : null}
    />
  )
}
