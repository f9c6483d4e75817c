import { Module } from "@medusajs/framework/utils"
import failFast from "./loaders/fail-fast"
import DatabasePatienceService from "./service"

export default Module("database_patience", {
  service: DatabasePatienceService,
  loaders: [failFast],
})
