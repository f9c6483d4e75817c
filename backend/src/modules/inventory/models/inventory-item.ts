export { InventoryItem } from "@medusajs/inventory/dist/models"
