import { z } from "zod"

/**
 * GET /store/search-words: the plain words of names, producers and places of the shop with the number
 * of products that have each, the most frequent first. What a misspelt search is compared with.
 */
export const searchWordsResponse = z.object({
  words: z.array(z.tuple([z.string(), z.number().int().positive()])),
})
export type SearchWordsResponse = z.infer<typeof searchWordsResponse>
