/** What the person at the terminal reads. All of it goes to stderr: stdout belongs to results (JSON, export lines). */

const started = Date.now()

function seconds(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1).replace(".", ",")} s`
}

/** One line, with the seconds since the command began in front. */
export function say(line: string): void {
  const at = String(Math.round((Date.now() - started) / 1000)).padStart(4)
  process.stderr.write(`${at} s  ${line}\n`)
}

/** Says that a step began, and how long it took; it failed if it threw or if its result is not good. */
export async function step<T>(
  title: string,
  work: () => Promise<T>,
  isGood: (result: T) => boolean = () => true,
): Promise<T> {
  const since = Date.now()
  say(`… ${title}`)
  try {
    const result = await work()
    say(`${isGood(result) ? "✓" : "✗"} ${title} (${seconds(since)})`)
    return result
  } catch (error) {
    say(`✗ ${title} (${seconds(since)})`)
    throw error
  }
}

/** A fault the person can mend: shown as text, without a stack. */
export class OperatorError extends Error {
  override name = "OperatorError"
}

/** Runs a command's main function; the process ends with its exit code. */
export async function main(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    const text =
      error instanceof OperatorError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error)
    process.stderr.write(`\n✗ ${text}\n`)
    process.exitCode = 1
  }
  // Open handles of a half-started service must not keep a finished command alive.
  process.exit()
}
