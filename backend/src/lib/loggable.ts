/** Statement, table and cause stay; what stands between holds the values, a buyer's among them. */
const STATEMENT =
  /\b(insert into "\w+"|update "\w+"|delete from "\w+"|select|with)\s[\s\S]* - /i

/** "insert into "cart_address" (…) values ('0905…') - reason" → "insert into "cart_address" … - reason". */
export const withoutValues = (text: string): string => text.replace(STATEMENT, "$1 … - ")

/** An error as logs may keep it: the database driver writes every bound value into its message. */
export function loggable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(withoutValues(String(error)))
  const kept = new Error(withoutValues(error.message))
  kept.name = error.name
  if (error.stack !== undefined) {
    const frames = error.stack.indexOf("\n    at ")
    kept.stack = `${kept.name}: ${kept.message}${frames < 0 ? "" : error.stack.slice(frames)}`
  }
  return kept
}
