export { InventoryLevel } from "@medusajs/inventory/dist/models"
