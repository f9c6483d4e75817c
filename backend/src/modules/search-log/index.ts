import { Module } from "@medusajs/framework/utils"
import SearchLogService from "./service"

export const SEARCH_LOG_MODULE = "search_log"

/** What visitors search for ("khách tìm gì"), without the visitors. */
export default Module(SEARCH_LOG_MODULE, { service: SearchLogService })
