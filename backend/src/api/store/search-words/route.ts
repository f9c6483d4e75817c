import { type MedusaRequest, type MedusaResponse } from "@medusajs/framework/http"
import { type SearchWordsResponse } from "../../../contracts/search-words"
import { searchWords } from "../../../lib/search-words"

export async function GET(
  req: MedusaRequest,
  res: MedusaResponse<SearchWordsResponse>,
): Promise<void> {
  res.json({ words: await searchWords(req.scope) })
}
