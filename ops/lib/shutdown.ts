/** Ending in order: on Ctrl-C, on SIGTERM, when the terminal or the launcher goes away. */

const FORCE_AFTER_MS = 1500

/**
 * Resolves with the reason when this process is asked to end. A second Ctrl-C, more than a second
 * and a half later, ends it at once (the guard then stops the services).
 */
export function askedToEnd(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt = 0
    // Signals alone do not keep Node running.
    const alive = setInterval(() => undefined, 60_000)
    const ask = (reason: string) => {
      // The terminal and npm both pass Ctrl-C on: the second copy comes within milliseconds.
      if (askedAt > 0 && Date.now() - askedAt > FORCE_AFTER_MS) process.exit(130)
      if (askedAt === 0) askedAt = Date.now()
      clearInterval(alive)
      resolve(reason)
    }
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => ask(signal))
    }
    process.on("disconnect", () => ask("disconnect"))
    // The launcher's channel is only listened to; it must not keep us alive.
    process.channel?.unref()
  })
}
