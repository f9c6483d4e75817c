import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { MeilisearchProvider } from "./service"

export default ModuleProvider(Modules.SEARCH, { services: [MeilisearchProvider] })
