/** Reads what the cart's forms send. */
import { quantity, QUANTITY_MESSAGE } from "@ocop/backend/contracts/checkout"
import { z } from "zod"
import { type CartProblem } from "./cart-problem"

const lineId = z.string().regex(/^cali_\w{8,60}$/)
const step = z.enum(["-1", "1"]).transform(Number)

const intents = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("add"),
    variant_id: z.string().regex(/^variant_\w{1,60}$/),
    quantity: z.string().trim(),
  }),
  z.object({
    intent: z.literal("set"),
    line_id: lineId,
    quantity: z.string().trim(),
    /** The "−" and "+" buttons send it along with the field beside them. */
    step: step.optional(),
  }),
  z.object({ intent: z.literal("remove"), line_id: lineId }),
  z.object({ intent: z.literal("clear") }),
])

export type CartCommand =
  | { intent: "add"; variantId: string; quantity: number }
  | { intent: "set"; lineId: string; quantity: number }
  | { intent: "remove"; lineId: string }
  | { intent: "clear" }

export type ParsedCartForm =
  { ok: true; command: CartCommand } | { ok: false; problem: CartProblem }

export function parseCartForm(form: FormData): ParsedCartForm {
  const fields = intents.safeParse(Object.fromEntries(form))
  if (!fields.success)
    return {
      ok: false,
      problem: {
        field: "variant_id",
        lineId: null,
        message: "Không nhận ra sản phẩm được chọn. Hãy mở lại trang sản phẩm.",
        typed: "",
      },
    }
  const input = fields.data
  if (input.intent === "clear") return { ok: true, command: input }
  if (input.intent === "remove")
    return { ok: true, command: { intent: "remove", lineId: input.line_id } }

  const typed = input.quantity
  const at = input.intent === "set" ? input.line_id : null
  const refused: ParsedCartForm = {
    ok: false,
    problem: {
      field: "quantity",
      lineId: at,
      message: QUANTITY_MESSAGE,
      typed: typed.slice(0, 20),
      ...(input.intent === "add" ? { retry: { variantId: input.variant_id } } : {}),
    },
  }
  const wanted = quantity.safeParse(typed)
  if (!wanted.success) return refused
  if (input.intent === "add")
    return {
      ok: true,
      command: { intent: "add", variantId: input.variant_id, quantity: wanted.data },
    }
  const stepped = quantity.safeParse(String(wanted.data + (input.step ?? 0)))
  if (!stepped.success) return refused
  return {
    ok: true,
    command: { intent: "set", lineId: input.line_id, quantity: stepped.data },
  }
}
