import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { LeaseLockingProvider } from "./service"

/** Locks kept in PostgreSQL that always end; for one process and for several. */
export default ModuleProvider(Modules.LOCKING, { services: [LeaseLockingProvider] })
