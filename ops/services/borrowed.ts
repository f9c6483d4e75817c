/** Services for a single command: those that are running already, or started for its duration. */
import { refuseUnfinished } from "../backup/marker"
import type { Settings } from "../env"
import { askedToEnd } from "../lib/shutdown"
import {
  ownDataDir,
  servicesInUse,
  startServices,
  stopServices,
  type Services,
} from "./embedded"

/** Runs `work` with the services; what was started for it is stopped after it. 130 when interrupted. */
export async function withServices(
  settings: Settings,
  command: string,
  work: (services: Services) => Promise<number>,
): Promise<number> {
  const end = askedToEnd().then(() => 130)
  // Before looking for services: those of a restore under way are not to be used either.
  refuseUnfinished(settings.dataDir, command)
  const running = servicesInUse(settings)
  if (running) return Promise.race([work(running), end])
  ownDataDir(settings.dataDir, command)
  try {
    return await Promise.race([startServices(settings).then(work), end])
  } finally {
    await stopServices(settings)
  }
}
