import { defineWidgetConfig } from "@medusajs/admin-sdk"
import {
  type AdminInventoryItem,
  type DetailWidgetProps,
} from "@medusajs/framework/types"
import { Button, Container, Heading } from "@medusajs/ui"

/** From an item's page to its card. */
const InventoryItemCardWidget = ({
  data: item,
}: DetailWidgetProps<AdminInventoryItem>) => (
  <Container className="flex items-center justify-between px-6 py-4">
    <Heading level="h2">Thẻ kho và lô hàng</Heading>
    <Button variant="secondary" size="small" asChild>
      <a href={`/app/the-kho?item=${encodeURIComponent(item.id)}`}>Xem</a>
    </Button>
  </Container>
)

export const config = defineWidgetConfig({ zone: "inventory_item.details.side.before" })

export default InventoryItemCardWidget
