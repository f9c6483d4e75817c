import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ExclamationCircle } from "@medusajs/icons"
import { Button, Container, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { type ParkedMessage } from "../../../contracts/outbox"
import { inVietnamese, ListState } from "../../components/list-state"
import { discardMessage, fetchParked, retryMessage } from "../../lib/outbox"

const KEY = ["outbox"]
const LOOK_AGAIN_MS = 15_000

const moment = new Intl.DateTimeFormat("vi-VN", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: "Asia/Ho_Chi_Minh",
})

/** Background work ("việc nền") that failed five times and that nobody tries again by itself. */
const ParkedPage = () => {
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: KEY,
    queryFn: fetchParked,
    refetchInterval: LOOK_AGAIN_MS,
  })
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h1">Việc chờ xử lý</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          Những việc nền đã thử 5 lần không được. Sửa nguyên nhân rồi bấm «Thử lại».
        </Text>
      </div>
      <ListState
        error={error}
        isLoading={isLoading}
        isEmpty={data?.length === 0}
        empty="Không có việc nào đang chờ."
        onRetry={() => void refetch()}
      />
      <ul className="divide-y">
        {data?.map((message) => (
          <Parked key={message.id} message={message} />
        ))}
      </ul>
    </Container>
  )
}

const Parked = ({ message }: { message: ParkedMessage }) => {
  const client = useQueryClient()
  const prompt = usePrompt()
  const after = (words: string) => ({
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY })
      toast.success(words)
    },
    onError: (failure: Error) => toast.error(inVietnamese(failure)),
  })
  const retry = useMutation({
    mutationFn: () => retryMessage(message.id),
    ...after(`Đang thử lại việc ${message.id}.`),
  })
  const discard = useMutation({
    mutationFn: () => discardMessage(message.id),
    ...after(`Đã bỏ việc ${message.id}.`),
  })
  const askDiscard = async () => {
    const isSure = await prompt({
      title: "Bỏ việc này?",
      description: `Việc ${message.id} (${message.label}) sẽ không bao giờ được làm nữa.`,
      confirmText: "Bỏ việc này",
      cancelText: "Thôi",
    })
    if (isSure) discard.mutate()
  }
  return (
    <li className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
      <div className="min-w-0 flex-1">
        <Text weight="plus">
          {message.label} <span className="text-ui-fg-subtle">· {message.id}</span>
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          Phát sinh {moment.format(new Date(message.created_at))}, dừng lúc{" "}
          {moment.format(new Date(message.parked_at))}
        </Text>
        {message.error && (
          <Text size="small" className="text-ui-fg-error break-words">
            {message.error}
          </Text>
        )}
        <code className="text-ui-fg-subtle block break-all text-xs">
          {JSON.stringify(message.payload)}
        </code>
      </div>
      <div className="flex gap-2">
        <Button
          size="small"
          isLoading={retry.isPending}
          onClick={() => {
            retry.mutate()
          }}
        >
          Thử lại
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={discard.isPending}
          onClick={() => {
            void askDiscard()
          }}
        >
          Bỏ
        </Button>
      </div>
    </li>
  )
}

export const config = defineRouteConfig({
  label: "Việc chờ xử lý",
  icon: ExclamationCircle,
})

export default ParkedPage
