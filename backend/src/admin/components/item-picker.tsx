import { useState } from "react"
import { Button, Input, Label, Text } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { findItems, type StockItem } from "../lib/stock-items"

/** Finds an item by words of its name or its code. */
export const ItemPicker = ({ onPick }: { onPick: (item: StockItem) => void }) => {
  const [words, setWords] = useState("")
  const wanted = words.trim()
  const { data: items = [], error } = useQuery({
    queryKey: ["stock", "items", wanted],
    queryFn: () => findItems(wanted),
    enabled: wanted !== "",
    placeholderData: keepPreviousData,
  })
  return (
    <div className="relative w-full sm:w-80">
      <Label htmlFor="stock-item" size="small">
        Tên hoặc mã hàng
      </Label>
      <Input
        id="stock-item"
        type="search"
        autoComplete="off"
        placeholder="Ví dụ: mật ong"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {wanted !== "" && (
        <div className="bg-ui-bg-base shadow-elevation-flyout absolute z-10 mt-1 flex max-h-96 w-full flex-col overflow-y-auto rounded-lg p-1">
          {error && (
            <Text size="small" className="p-2">
              Không tải được: {error.message}
            </Text>
          )}
          {!error && items.length === 0 && (
            <Text size="small" className="text-ui-fg-subtle p-2">
              Không có mặt hàng nào khớp.
            </Text>
          )}
          {items.map((item) => (
            <Button
              key={item.id}
              variant="transparent"
              className="h-auto shrink-0 justify-start whitespace-normal text-left"
              onClick={() => {
                onPick(item)
                setWords("")
              }}
            >
              {item.name}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
