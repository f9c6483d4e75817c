import { MedusaService } from "@medusajs/framework/utils"

/** Nothing to call: the module exists for its loader, which reaches the shared connection pool. */
export default class DatabasePatienceService extends MedusaService({}) {}
