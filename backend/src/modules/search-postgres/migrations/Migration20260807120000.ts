export { Migration20260807120000 } from "@medusajs/search-postgres/dist/migrations/Migration20260807120000"
