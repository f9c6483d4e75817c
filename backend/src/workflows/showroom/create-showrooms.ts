import { type LinkDefinition } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  createRemoteLinkStep,
  createSalesChannelsWorkflow,
  createStockLocationsWorkflow,
  emitEventStep,
} from "@medusajs/medusa/core-flows"
import { day } from "../../contracts/calendar"
import { fundingSource, openingHours, showroomKind } from "../../contracts/showroom"
import { line } from "../../lib/normalised"
import { SHOWROOM_MODULE } from "../../modules/showroom"
import type ShowroomModuleService from "../../modules/showroom/service"
import { ShowroomEvents } from "../events"
import { parseInput } from "../parse-input"

export const showroomInput = z.object({
  handle: z.string().regex(/^[a-z0-9-]+$/),
  name: line,
  kind: showroomKind,
  funding_source: fundingSource,
  address: line,
  /** Code of the former district, and of today's commune. */
  district_code: z.string(),
  current_commune_code: z.string(),
  opening_hours: z.array(openingHours),
  latitude: z.number().nullable().default(null),
  longitude: z.number().nullable().default(null),
  opened_on: day.nullable().default(null),
  sample: z.boolean().default(false),
})
export type ShowroomInput = z.input<typeof showroomInput>

const parseShowroomsStep = createStep(
  "parse-showrooms",
  async (rows: ShowroomInput[]) =>
    new StepResponse(parseInput(showroomInput.array().min(1), rows)),
)

type Places = {
  rows: z.output<typeof showroomInput>[]
  /** One of each per row, in the same order. */
  locations: { id: string }[]
  channels: { id: string }[]
}

const createShowroomsStep = createStep(
  "create-showrooms",
  async ({ rows, locations, channels }: Places, { container }) => {
    const service = container.resolve<ShowroomModuleService>(SHOWROOM_MODULE)
    const created = await service.createShowrooms(
      rows.map(({ opening_hours, ...row }) => ({
        ...row,
        // A JSON column of the framework is typed as an object; ours is a list.
        opening_hours: { weekly: opening_hours },
      })),
    )
    const opened = created.flatMap(({ id, handle }, index) => {
      const location = locations[index]
      const channel = channels[index]
      return location && channel
        ? [{ id, handle, stock_location_id: location.id, sales_channel_id: channel.id }]
        : []
    })
    return new StepResponse(
      opened,
      created.map((row) => row.id),
    )
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<ShowroomModuleService>(SHOWROOM_MODULE).deleteShowrooms(ids)
  },
)

/**
 * Opens OCOP points: each with a stock location and a sales channel of its own, linked one to
 * one, the counter selling from its own shelf.
 *
 * @returns { id, handle, stock_location_id, sales_channel_id } per point, in the order given.
 */
export const createShowroomsWorkflow = createWorkflow(
  "create-showrooms",
  (input: WorkflowData<{ showrooms: ShowroomInput[] }>) => {
    const rows = parseShowroomsStep(input.showrooms)
    const locations = createStockLocationsWorkflow.runAsStep({
      input: transform({ rows }, (data) => ({
        locations: data.rows.map((row) => ({
          name: row.name,
          address: { address_1: row.address, country_code: "vn" },
        })),
      })),
    })
    const channels = createSalesChannelsWorkflow.runAsStep({
      input: transform({ rows }, (data) => ({
        salesChannelsData: data.rows.map((row) => ({
          name: `Quầy ${row.name}`,
          description: `Bán tại quầy: ${row.address}`,
        })),
      })),
    })
    const opened = createShowroomsStep({ rows, locations, channels })
    const links = transform({ opened }, (data) =>
      data.opened.flatMap((row): LinkDefinition[] => {
        const showroom = { [SHOWROOM_MODULE]: { showroom_id: row.id } }
        const location = {
          [Modules.STOCK_LOCATION]: { stock_location_id: row.stock_location_id },
        }
        const channel = {
          [Modules.SALES_CHANNEL]: { sales_channel_id: row.sales_channel_id },
        }
        return [
          { ...showroom, ...location },
          { ...showroom, ...channel },
          { ...channel, ...location },
        ]
      }),
    )
    createRemoteLinkStep(links)
    emitEventStep({
      eventName: ShowroomEvents.CREATED,
      data: transform({ opened }, (data) => data.opened.map((row) => ({ id: row.id }))),
    })
    return new WorkflowResponse(opened)
  },
)
