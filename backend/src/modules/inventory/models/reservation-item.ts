export { ReservationItem } from "@medusajs/inventory/dist/models"
