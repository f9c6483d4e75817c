import { Module } from "@medusajs/framework/utils"
import SearchQueueService from "./service"

export const SEARCH_QUEUE_MODULE = "search_queue"

export default Module(SEARCH_QUEUE_MODULE, { service: SearchQueueService })
