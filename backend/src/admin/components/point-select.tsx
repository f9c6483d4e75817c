import { Label, Select } from "@medusajs/ui"

const EVERYWHERE = "everywhere"

/** Chooses a point; where `everywhere` is given, also all of them under that name (undefined). */
export const PointSelect = ({
  id,
  points,
  value,
  everywhere,
  onChange,
}: {
  id: string
  points: readonly { id: string; name: string }[]
  value: string | undefined
  everywhere?: string
  onChange: (id: string | undefined) => void
}) => (
  <div className="w-full sm:w-80">
    <Label htmlFor={id} size="small">
      Điểm
    </Label>
    <Select
      value={value ?? (everywhere ? EVERYWHERE : "")}
      onValueChange={(chosen) => onChange(chosen === EVERYWHERE ? undefined : chosen)}
    >
      <Select.Trigger id={id}>
        <Select.Value placeholder="Chọn điểm" />
      </Select.Trigger>
      <Select.Content>
        {everywhere && <Select.Item value={EVERYWHERE}>{everywhere}</Select.Item>}
        {points.map((point) => (
          <Select.Item key={point.id} value={point.id}>
            {point.name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  </div>
)
