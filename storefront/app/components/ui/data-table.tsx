export type DataRow = { label: string; value: number | string; share?: number }

/** A small table with a caption; `share` (0 to 1) draws a bar behind the row. */
export function DataTable({
  caption,
  head,
  rows,
  total,
}: {
  caption: string
  head: readonly [string, string]
  rows: readonly DataRow[]
  total?: DataRow
}) {
  return (
    <table className="w-full border-collapse bg-surface">
      <caption className="pb-2 text-left font-semibold">{caption}</caption>
      <thead>
        <tr className="border-y-2 border-lacquer-deep text-sm text-ink-soft">
          <th scope="col" className="px-2 py-1.5 text-left font-semibold">
            {head[0]}
          </th>
          <th scope="col" className="w-24 px-2 py-1.5 text-right font-semibold">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, value, share }) => (
          <tr key={label} className="border-b border-sand-deep">
            <th scope="row" className="px-2 py-2 text-left font-normal">
              {label}
              {share === undefined ? null : (
                <span
                  aria-hidden="true"
                  className="mt-1 block h-1.5 rounded-full bg-sand"
                >
                  <span
                    className="block h-full rounded-full bg-ochre"
                    style={{ width: `${Math.round(share * 100)}%` }}
                  />
                </span>
              )}
            </th>
            <td className="px-2 py-2 text-right align-top font-semibold whitespace-nowrap tabular-nums">
              {value}
            </td>
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr className="border-b-2 border-lacquer-deep font-semibold">
            <th scope="row" className="px-2 py-2 text-left">
              {total.label}
            </th>
            <td className="px-2 py-2 text-right tabular-nums">{total.value}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}
