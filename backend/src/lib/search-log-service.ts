import { type MedusaContainer } from "@medusajs/framework/types"
import { SEARCH_LOG_MODULE } from "../modules/search-log"
import type SearchLogService from "../modules/search-log/service"

export const searchLogOf = (container: MedusaContainer): SearchLogService =>
  container.resolve(SEARCH_LOG_MODULE)
