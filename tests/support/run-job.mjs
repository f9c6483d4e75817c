/** Run by `medusa exec` in the built backend: one of its scheduled jobs, now and once. */
import { createRequire } from "node:module"
import path from "node:path"

export default async function runJob({ container, args: [name] }) {
  const require = createRequire(path.join(process.cwd(), "package.json"))
  await require(`./src/jobs/${name}.js`).default(container)
}
