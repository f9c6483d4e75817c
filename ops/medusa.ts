/** Running Medusa's own command line in the backend's folder. */
import path from "node:path"

import { backendEnv, type Mode } from "./child-env"
import type { Settings } from "./env"
import { BACKEND_DIR, packageDir } from "./lib/paths"
import { runToEnd } from "./lib/process"
import { OperatorError } from "./lib/say"
import type { Services } from "./services/embedded"

/** The arguments for Node that run `medusa <args>`; started directly, so that signals reach it. */
export function medusaArgs(args: string[]): string[] {
  const cli = packageDir("@medusajs/cli")
  if (!cli) throw new OperatorError("Thiếu gói @medusajs/cli: hãy chạy npm ci.")
  return [path.join(cli, "cli.js"), ...args]
}

/** Runs `medusa <args>` to its end in backend/; the output goes to DATA_DIR/logs/<log>.log. */
export async function runMedusa(
  settings: Settings,
  services: Services,
  command: { args: string[]; log: string; mode?: Mode; env?: NodeJS.ProcessEnv },
): Promise<void> {
  await runToEnd(
    `medusa ${command.args.join(" ")}`,
    process.execPath,
    medusaArgs(command.args),
    {
      cwd: BACKEND_DIR,
      env: {
        ...backendEnv(settings, services, command.mode ?? "production"),
        ...command.env,
      },
      logFile: path.join(settings.dataDir, "logs", `${command.log}.log`),
    },
  )
}
