/** Which page numbers a pager shows: the ends, the neighbours, and `null` for each gap. */
export function pageNumbers(page: number, last: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter(
    (number) => number >= 1 && number <= last,
  )
  const sorted = [...new Set(wanted)].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1]
    if (before === undefined || number === before + 1) return [number]
    // A gap of one page is not worth an ellipsis.
    return number === before + 2 ? [number - 1, number] : [null, number]
  })
}
