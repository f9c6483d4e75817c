/** Playwright's `test`, after each of which stock, orders and money must agree. */
import { expect, test as plain } from "@playwright/test"
import { fork, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { z } from "zod"

const PROCESS = join(import.meta.dirname, "reconcile-process.ts")

const answer = z.object({ problem: z.string().nullable() })

async function problemSeenBy(checker: ChildProcess): Promise<string | null> {
  const heard = new AbortController()
  const ended = once(checker, "exit", heard).then(() => {
    throw new Error("the process that checks the invariants has ended")
  })
  const answered = once(checker, "message", heard)
  checker.send("check")
  try {
    const [message]: unknown[] = await Promise.race([answered, ended])
    return answer.parse(message).problem
  } finally {
    ended.catch(() => undefined)
    heard.abort()
  }
}

export const test = plain.extend<{ reconciled: null }, { checker: ChildProcess }>({
  checker: [
    // Playwright reads from the first argument which fixtures are wanted: none.
    async ({}, use) => {
      const child = fork(PROCESS, { execArgv: ["--import", "tsx"] })
      await use(child)
      child.disconnect()
    },
    { scope: "worker" },
  ],
  reconciled: [
    async ({ checker }, use) => {
      await use(null)
      expect(await problemSeenBy(checker)).toBeNull()
    },
    { auto: true },
  ],
})
