import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { PostgresSearchService } from "@medusajs/search-postgres/dist/services/postgres-search"

type Arguments = ConstructorParameters<typeof PostgresSearchService>
type Container = Arguments[0] & { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }

/** What binds as it would have been written out; the provider passes nothing else. */
const bindings = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))

/**
 * The framework's provider, writing with bound parameters. Its database manager writes every value
 * into the text of the statement, character by character: for a batch of documents that costs more
 * than PostgreSQL's whole work with them.
 */
export class PostgresProvider extends PostgresSearchService {
  private readonly knex: Knex

  constructor(container: Container, options?: Arguments[1]) {
    super(container, options)
    this.knex = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  protected override async withTransaction<T>(
    run: (manager: PostgresSearchService["manager_"]) => Promise<T>,
  ): Promise<T> {
    return await this.knex.transaction((transaction) =>
      run({
        execute: async (sql, parameters = []) =>
          (await transaction.raw(sql, bindings.parse(parameters))).rows,
      }),
    )
  }

  /**
   * Without the index of letter triples, the dearest part of a build: it serves typo tolerance, which
   * is off here (`search/product-fallback.ts`).
   */
  protected override async createDocumentTable(
    ...input: Parameters<PostgresSearchService["createDocumentTable"]>
  ): Promise<void> {
    await super.createDocumentTable(...input)
    const [table, , manager] = input
    await manager.execute(`drop index if exists "${table}_trgm_idx"`)
  }
}
