import { type ExecArgs } from "@medusajs/framework/types"
import { type Difference } from "../lib/invariants/difference"
import { orderDifferences, stockDifferences } from "../lib/invariants/commerce"
import { projectionDifferences, recognitionDifferences } from "../lib/invariants/register"
import { searchDifferences } from "../search/_compare"
import { CATALOG_INDEXES } from "../search/_names"

/**
 * `medusa exec`: checks the invariants, changes nothing. Prints `{"differences":[…]}` on stdout;
 * the exit code is 1 when there are any.
 */
export default async function reconcile({ container }: ExecArgs): Promise<void> {
  const differences: Difference[] = [
    ...(await stockDifferences(container)),
    ...(await orderDifferences(container)),
    ...(await recognitionDifferences(container)),
    ...(await projectionDifferences(container)),
  ]
  for (const name of CATALOG_INDEXES)
    for (const { index, id, problem, fields } of await searchDifferences(container, name))
      differences.push({
        invariant: "I13",
        subject: `${index} ${id}`,
        message: "Chỉ mục tìm kiếm khác cơ sở dữ liệu.",
        details: { problem, fields },
      })
  if (differences.length > 0) process.exitCode = 1
  process.stdout.write(`${JSON.stringify({ differences })}\n`)
}
