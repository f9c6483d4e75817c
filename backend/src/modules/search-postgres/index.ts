import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { PostgresProvider } from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [PostgresProvider] })
