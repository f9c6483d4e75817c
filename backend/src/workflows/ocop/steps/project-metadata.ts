import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { dayInVietnam } from "../../../contracts/calendar"
import { inChunks } from "../../../lib/chunks"
import { projectionsOf } from "../../../lib/projections"
import {
  inversePatch,
  metadataPatch,
  type Metadata,
} from "../../../modules/ocop/projection"

const CHUNK = 100

type Patch = { id: string; metadata: Metadata }

/** Writes the projection of the given products where it differs; returns the ids it changed. */
export const projectMetadataStep = createStep(
  "project-metadata",
  async (productIds: string[], { container }) => {
    const products = container.resolve(Modules.PRODUCT)
    const today = dayInVietnam()
    const undo: Patch[] = []
    try {
      for (const chunk of inChunks([...new Set(productIds)], CHUNK)) {
        const patches: Patch[] = []
        const undoChunk: Patch[] = []
        for (const { id, metadata, wanted } of await projectionsOf(
          container,
          today,
          chunk,
        )) {
          const patch = metadataPatch(metadata, wanted)
          if (!patch) continue
          patches.push({ id, metadata: patch })
          undoChunk.push({ id, metadata: inversePatch(metadata, patch) })
        }
        if (patches.length > 0) await products.upsertProducts(patches)
        undo.push(...undoChunk)
      }
    } catch (error) {
      // A failed step is not compensated by the engine: take back the chunks already written.
      if (undo.length > 0) await products.upsertProducts(undo)
      throw error
    }
    return new StepResponse(
      undo.map((patch) => ({ id: patch.id })),
      undo,
    )
  },
  async (undo, { container }) => {
    if (!undo?.length) return
    await container.resolve(Modules.PRODUCT).upsertProducts(undo)
  },
)
