export { Migration20241213063611 } from "@medusajs/inventory/dist/migrations/Migration20241213063611"
