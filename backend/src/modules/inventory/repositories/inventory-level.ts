export { InventoryLevelRepository } from "@medusajs/inventory/dist/repositories"
