/** An alert that the figures ask for and nobody has opened. */
type Shelf = { item: string; point: string }

export const alertPlants = [
  {
    kind: "stock-alert",
    invariant: "A1",
    size: 1,
    sql: ({ item, point }: Shelf) => `
      insert into stock_minimum (inventory_item_id, location_id, minimum)
      values ('${item}', '${point}', 1000000)
      on conflict (inventory_item_id, location_id) do update set minimum = excluded.minimum;
      delete from stock_alert where inventory_item_id = '${item}'
         and location_id = '${point}' and kind = 'low-stock'`,
  },
]
