import { z } from "@medusajs/framework/zod"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { day } from "../../contracts/calendar"
import { entityType } from "../../contracts/producer"
import { inChunks } from "../../lib/chunks"
import { line, paragraphs } from "../../lib/normalised"
import { PRODUCER_MODULE } from "../../modules/producer"
import type ProducerModuleService from "../../modules/producer/service"
import { ProducerEvents } from "../events"
import { parseInput } from "../parse-input"

const CHUNK = 200

export const producerInput = z
  .object({
    handle: z.string().regex(/^[a-z0-9-]+$/),
    name: line,
    entity_type: entityType,
    story: paragraphs.nullable().default(null),
    /** Codes of the former units of its seat. */
    commune_code: z.string().nullable().default(null),
    district_code: z.string().nullable().default(null),
    sample: z.boolean().default(false),
    /** What it was before, oldest first. */
    entity_history: z
      .array(
        z.object({
          name: line,
          entity_type: entityType,
          valid_from: day.nullable().default(null),
          valid_to: day.nullable().default(null),
        }),
      )
      .default([]),
  })
  .transform(({ entity_history, ...producer }) => ({ producer, entity_history }))
export type ProducerInput = z.input<typeof producerInput>

const createProducersStep = createStep(
  "create-producers",
  async (input: ProducerInput[], { container }) => {
    const service = container.resolve<ProducerModuleService>(PRODUCER_MODULE)
    const rows = parseInput(producerInput.array(), input)
    const created: { id: string; handle: string }[] = []
    try {
      for (const chunk of inChunks(rows, CHUNK)) {
        const producers = await service.createProducers(chunk.map((row) => row.producer))
        created.push(...producers.map(({ id, handle }) => ({ id, handle })))
      }
      const idOf = new Map(created.map(({ id, handle }) => [handle, id]))
      await service.createProducerEntityHistories(
        rows.flatMap((row) => {
          const producer_id = idOf.get(row.producer.handle)
          return producer_id === undefined
            ? []
            : row.entity_history.map((entry) => ({ ...entry, producer_id }))
        }),
      )
    } catch (error) {
      // A failed step is not compensated by the engine: take back the chunks already written.
      await service.deleteProducers(created.map((row) => row.id))
      throw error
    }
    return new StepResponse(
      created,
      created.map((row) => row.id),
    )
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<ProducerModuleService>(PRODUCER_MODULE).deleteProducers(ids)
  },
)

/** @returns the new producers as { id, handle }, in the order given. */
export const createProducersWorkflow = createWorkflow(
  "create-producers",
  (input: WorkflowData<{ producers: ProducerInput[] }>) => {
    const created = createProducersStep(input.producers)
    const events = transform({ created }, (data) =>
      data.created.map((row) => ({ id: row.id })),
    )
    emitEventStep({ eventName: ProducerEvents.CREATED, data: events })
    return new WorkflowResponse(created)
  },
)
