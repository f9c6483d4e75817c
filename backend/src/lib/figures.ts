import { type MedusaContainer } from "@medusajs/framework/types"
import { type Day } from "../contracts/calendar"
import { type FiguresResponse } from "../contracts/figures"
import { OCOP_MODULE } from "../modules/ocop"
import { registerOn, showroomsOn } from "../modules/ocop/figures"
import type OcopModuleService from "../modules/ocop/service"
import { SHOWROOM_MODULE } from "../modules/showroom"
import type ShowroomModuleService from "../modules/showroom/service"
import { loadRegister, producerIdsOf } from "./register-store"

/** The register's tables computed for a day, beside the figures once published. */
export async function figuresOn(
  container: MedusaContainer,
  on: Day,
): Promise<FiguresResponse> {
  const ocop = container.resolve<OcopModuleService>(OCOP_MODULE)
  const showroomService = container.resolve<ShowroomModuleService>(SHOWROOM_MODULE)
  const [register, producerIds, showrooms, quoted] = await Promise.all([
    loadRegister(container),
    producerIdsOf(container),
    showroomService.listShowrooms({}, { take: null }),
    ocop.listQuotedFigures({}, { take: null, order: { rank: "ASC" } }),
  ])
  const products = [...register].map(([id, history]) => ({
    producer_id: producerIds.get(id) ?? null,
    history,
  }))
  return {
    on,
    ...registerOn(products, on),
    showrooms: showroomsOn(showrooms, on),
    quoted: quoted.map(({ key, table, label, value, unit, as_of, source, note }) => ({
      key,
      table,
      label,
      value,
      unit,
      as_of,
      source,
      note,
    })),
  }
}
