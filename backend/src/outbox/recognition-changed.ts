import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { inChunks } from "../lib/chunks"
import { recognitionLinksOf } from "../lib/register-store"
import { markProducts } from "../search/_queue"
import { projectRecognitionsWorkflow } from "../workflows/ocop/project-recognitions"
import { REGISTER_LOCK } from "../workflows/ocop/register-lock"
import { handler } from "./handler"

/** Written by triggers of the register and of its link to products. */
const payload = z.object({ ids: z.array(z.string()) })

const CHUNK = 500
const LOCK_SECONDS = 10

/** Publishes what the register says into the products concerned, and has the search say it. */
export const recognitionChanged = handler(
  "recognition.changed",
  "Công nhận thay đổi",
  payload,
  async (container, messages) => {
    const ids = [...new Set(messages.flatMap((message) => message.ids))]
    for (const chunk of inChunks(ids, CHUNK)) {
      const links = await recognitionLinksOf(container, { recognition_id: chunk })
      const products = [...new Set(links.map(({ product_id }) => product_id))]
      if (products.length === 0) continue
      // Whoever is at the register is waited for: what is half entered is not published.
      await container.resolve(Modules.LOCKING).execute(
        REGISTER_LOCK.key,
        () =>
          projectRecognitionsWorkflow(container).run({
            input: { product_ids: products },
          }),
        { timeout: LOCK_SECONDS },
      )
      await markProducts(container, products)
    }
  },
)
