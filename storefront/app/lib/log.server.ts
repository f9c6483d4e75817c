/** One JSON line on stderr, for whoever keeps the logs. */
export function log(level: "warn" | "error", facts: Record<string, unknown>): void {
  process.stderr.write(
    `${JSON.stringify({ level, at: new Date().toISOString(), ...facts })}\n`,
  )
}
