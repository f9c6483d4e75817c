import { type Day } from "@ocop/backend/contracts/calendar"
import { figuresResponse, type FiguresResponse } from "@ocop/backend/contracts/figures"
import { backendGet } from "#app/lib/backend.server"

/** The register's tables as of a day, and the figures that were once published. */
export const getFigures = (on: Day): Promise<FiguresResponse> =>
  backendGet("/store/figures", figuresResponse, { searchParams: { on } })
