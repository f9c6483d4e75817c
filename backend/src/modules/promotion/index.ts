import { Module, Modules, ModulesSdkUtils } from "@medusajs/framework/utils"
import path from "node:path"
import ExactPromotionService from "./service"

/** The framework's tables as they are: its own migrations, run from where they lie. */
const migrations = {
  moduleName: Modules.PROMOTION,
  pathToMigrations: path.join(
    path.dirname(require.resolve("@medusajs/promotion")),
    "migrations",
  ),
}

/** The framework's Promotion module, under its own key, with uses that are counted exactly. */
export default {
  ...Module(Modules.PROMOTION, { service: ExactPromotionService }),
  runMigrations: ModulesSdkUtils.buildMigrationScript(migrations),
  revertMigration: ModulesSdkUtils.buildRevertMigrationScript(migrations),
}
