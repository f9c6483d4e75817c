/** Label and value, as on the back of a pack. */
export function FactTable({
  facts,
}: {
  facts: readonly { label: string; value: string }[]
}) {
  return (
    <dl className="divide-y divide-sand-deep border-y border-sand-deep">
      {facts.map(({ label, value }) => (
        <div key={label} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[12rem_1fr]">
          <dt className="text-ink-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
