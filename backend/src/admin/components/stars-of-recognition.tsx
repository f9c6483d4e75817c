import { Text } from "@medusajs/ui"

type Props = { stars: number | null; proposed: number | null }

/** "4 sao", and "đề nghị 5 sao" where a higher one is asked for. */
export const StarsOfRecognition = ({ stars, proposed }: Props) => (
  <Text size="small" leading="compact" as="span">
    {stars === null ? "Chưa có hạng" : `${stars} sao`}
    {proposed !== null && ` (đề nghị ${proposed} sao)`}
  </Text>
)
