/** `npm run restore -- FILE`: a backup, put where nothing is; ends with 0 when it is whole and sound. */
import { fileArgument } from "../backup/arguments"
import { checkRestore, restore } from "../backup/restore"
import { readPlaces, requireSecrets } from "../env"
import { main } from "../lib/say"

await main(async () => {
  const file = fileArgument("restore", process.argv.slice(2))
  const places = readPlaces(process.env)
  requireSecrets(process.env)
  const manifest = await checkRestore(places, file)
  return restore(places, file, manifest)
})
