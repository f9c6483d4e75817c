/** `inChunks([1,2,3], 2)` → [1,2] then [3]: bulk writes of a bounded size. */
export function* inChunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size)
    yield items.slice(start, start + size)
}
