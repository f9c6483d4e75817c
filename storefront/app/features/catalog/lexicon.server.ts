import { searchWordsResponse } from "@ocop/backend/contracts/search-words"
import { backendGet } from "#app/lib/backend.server"
import { cached, soon } from "#app/lib/cached.server"
import { type Lexicon } from "./spelling"

/** New goods are found at once; only their misspelt names have to wait. */
const TTL_MS = 5 * 60_000

const lexicon: () => Promise<Lexicon> = cached(
  async () =>
    new Map((await backendGet("/store/search-words", searchWordsResponse)).words),
  TTL_MS,
)

/** The words of the shop; none while the backend is away or still counting them. */
export const lexiconNow = async (): Promise<Lexicon> =>
  (await soon(lexicon())) ?? new Map()
