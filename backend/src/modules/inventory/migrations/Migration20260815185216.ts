export { Migration20260815185216 } from "@medusajs/inventory/dist/migrations/Migration20260815185216"
