/** The one argument of both commands. */
import path from "node:path"

import { OperatorError } from "../lib/say"

/** The absolute path of FILE, as meant from where the person stands. */
export function fileArgument(command: string, args: readonly string[]): string {
  const [file] = args
  if (args.length !== 1 || !file || file.startsWith("-"))
    throw new OperatorError(`Cách dùng: npm run ${command} -- TỆP`)
  return path.resolve(process.env["INIT_CWD"] ?? process.cwd(), file)
}
