import { MedusaError } from "@medusajs/framework/utils"
import { type SearchTypes } from "@medusajs/framework/types"
import { MeilisearchSearchProviderService } from "@rokmohar/medusa-plugin-meilisearch/providers/meilisearch"
import { z } from "@medusajs/framework/zod"

const apiError = z.object({ cause: z.object({ code: z.string() }) })
const isIndexNotFound = (error: unknown): boolean =>
  apiError.safeParse(error).data?.cause.code === "index_not_found"

/**
 * The published provider with one promise kept that the Search Module relies on: an index the
 * engine does not know is a `NOT_FOUND`. Only then does the module look up the active version
 * again after another process has swapped it, instead of failing until its cache runs out.
 */
export class MeilisearchProvider extends MeilisearchSearchProviderService {
  override async search(
    input: SearchTypes.ProviderSearchQuery,
  ): Promise<SearchTypes.SearchResult> {
    return await translated(input.index.physical_name, () => super.search(input))
  }

  override async searchMany(
    inputs: SearchTypes.ProviderSearchQuery[],
  ): Promise<SearchTypes.SearchResult[]> {
    const names = inputs.map((input) => input.index.physical_name).join(", ")
    return await translated(names, () => super.searchMany(inputs))
  }

  /**
   * Meilisearch makes an index that it does not know as soon as a document arrives, with none of
   * our settings. An engine that lost its data must be rebuilt, not filled with scraps.
   */
  override async upsertDocuments(input: {
    index: string
    documents: SearchTypes.SearchDocument[]
  }): Promise<SearchTypes.SearchTask> {
    if ((await this.retrieveIndex(input.index)) === undefined)
      throw unknownIndex(input.index)
    return await super.upsertDocuments(input)
  }

  override async deleteDocuments(
    input: SearchTypes.SearchDeleteDocumentsInput,
  ): Promise<SearchTypes.SearchTask> {
    return await translated(input.index, () => super.deleteDocuments(input))
  }
}

const unknownIndex = (name: string) =>
  new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `Meilisearch has no index "${name}"; rebuild it with \`npm run reindex\``,
  )

async function translated<T>(index: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw isIndexNotFound(error) ? unknownIndex(index) : error
  }
}
