import { Button, Text } from "@medusajs/ui"

const VIETNAMESE = /[à-ỹđ]/i

/** The server's refusals are in Vietnamese; what the browser says of a lost connection is not. */
export const inVietnamese = ({ message }: Error): string =>
  VIETNAMESE.test(message) ? message : "Không kết nối được với máy chủ."

/** What stands in the place of a list: that it comes, that it did not come, or that nothing is in it. */
export const ListState = ({
  error,
  isLoading,
  isEmpty,
  empty,
  onRetry,
}: {
  error: Error | null
  isLoading: boolean
  isEmpty: boolean
  empty: string
  onRetry: () => void
}) => (
  <>
    {error && (
      <div
        role="alert"
        className="flex flex-wrap items-center justify-between gap-4 px-6 py-4"
      >
        <Text className="text-ui-fg-error min-w-0 flex-1 basis-56 break-words">
          Không tải được dữ liệu. {inVietnamese(error)}
        </Text>
        <Button size="small" variant="secondary" onClick={onRetry}>
          Thử lại
        </Button>
      </div>
    )}
    {(isLoading || isEmpty) && (
      <Text role="status" className="text-ui-fg-subtle px-6 py-8 text-center">
        {isLoading ? "Đang tải…" : empty}
      </Text>
    )}
  </>
)
