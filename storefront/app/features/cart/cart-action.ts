/** What the cart's action answers to a fetcher. */
import { type CartProblem } from "./cart-problem"

export type CartActionData =
  { ok: true; count: number } | { ok: false; problem: CartProblem }
