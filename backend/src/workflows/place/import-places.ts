import { z } from "@medusajs/framework/zod"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { placeEra } from "../../contracts/place"
import { inChunks } from "../../lib/chunks"
import { line } from "../../lib/normalised"
import { PLACE_MODULE } from "../../modules/place"
import type PlaceModuleService from "../../modules/place/service"
import { parseInput } from "../parse-input"

const CHUNK = 500

export const adminUnitInput = z.object({
  code: z.string().regex(/^\d{2,5}$/),
  era: placeEra,
  level: z.enum(["province", "district", "commune"]),
  /** With its kind: "Xã Tiên Phong", "Thành phố Đà Nẵng". */
  name: line,
  kind: line,
  /** Unique among the former units of one level. */
  slug: z.string().regex(/^[a-z0-9-]+$/),
  /** Null for provinces only; a commune of today hangs directly under its province. */
  parent_code: z.string().nullable(),
  mountain: z.boolean().default(false),
  name_variants: z.array(z.string()).default([]),
  latitude: z.number().nullable().default(null),
  longitude: z.number().nullable().default(null),
})
export type AdminUnitInput = z.input<typeof adminUnitInput>

export const unitSuccessionInput = z.object({
  former_code: z.string(),
  current_code: z.string(),
  note: line.nullable().default(null),
})
export type UnitSuccessionInput = z.input<typeof unitSuccessionInput>

const importAdminUnitsStep = createStep(
  "import-admin-units",
  async (input: AdminUnitInput[], { container }) => {
    const place = container.resolve<PlaceModuleService>(PLACE_MODULE)
    const units = parseInput(adminUnitInput.array(), input)
    const known = new Set(
      (await place.listAdminUnits({}, { select: ["era", "code"], take: null })).map(
        (unit) => `${unit.era} ${unit.code}`,
      ),
    )
    const missing = units.filter((unit) => !known.has(`${unit.era} ${unit.code}`))
    const ids: string[] = []
    try {
      for (const chunk of inChunks(missing, CHUNK))
        ids.push(...(await place.createAdminUnits(chunk)).map((unit) => unit.id))
    } catch (error) {
      // A failed step is not compensated by the engine: take back the chunks already written.
      await place.deleteAdminUnits(ids)
      throw error
    }
    return new StepResponse(ids.length, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<PlaceModuleService>(PLACE_MODULE).deleteAdminUnits(ids)
  },
)

const importSuccessionsStep = createStep(
  "import-successions",
  async (input: UnitSuccessionInput[], { container }) => {
    const place = container.resolve<PlaceModuleService>(PLACE_MODULE)
    const rows = parseInput(unitSuccessionInput.array(), input)
    const known = new Set(
      (await place.listUnitSuccessions({}, { take: null })).map(
        (row) => `${row.former_code} ${row.current_code}`,
      ),
    )
    const created = await place.createUnitSuccessions(
      rows.filter((row) => !known.has(`${row.former_code} ${row.current_code}`)),
    )
    return new StepResponse(
      created.length,
      created.map((row) => row.id),
    )
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    await container.resolve<PlaceModuleService>(PLACE_MODULE).deleteUnitSuccessions(ids)
  },
)

/**
 * Enters administrative units of both eras and their succession; what is known stays.
 *
 * @returns how many of each were new.
 */
export const importPlacesWorkflow = createWorkflow(
  "import-places",
  (
    input: WorkflowData<{ units: AdminUnitInput[]; successions: UnitSuccessionInput[] }>,
  ) => {
    const units = importAdminUnitsStep(input.units)
    const successions = importSuccessionsStep(input.successions)
    return new WorkflowResponse({ units, successions })
  },
)
