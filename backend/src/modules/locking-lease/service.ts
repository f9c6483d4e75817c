import { type Knex } from "@medusajs/framework/mikro-orm/knex"
import { type ILockingProvider, type Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { busy } from "../../lib/api-failure"
import { loggable } from "../../lib/loggable"
import { KeyQueue, sortedKeys, type Place } from "./key-queue"
import { LeaseKeeper } from "./lease-keeper"
import { LeaseStore } from "./lease-store"

type Keys = string | string[]

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Knex
  [ContainerRegistrationKeys.LOGGER]: Pick<Logger, "warn">
}

/** `lease`: seconds until the keys of a process that died are free. */
const settings = z.object({ lease: z.number().positive().default(8) })

/** Seconds that `execute` waits when its caller does not say. */
const WAIT_SECONDS = 5
const LEAST_WAIT_SECONDS = 1

/** Between two looks at a key that another process has; random, so that processes do not fall into step. */
const POLL_MS = { least: 10, most: 40 }

/** A waiter that has not looked for this long is dead, and no longer stands in the others' way. */
const PATIENCE_SECONDS = 2

const SWEEP_MS = 10 * 60_000
const LOST = "A lock was lost to another process while its job was running."

/**
 * The framework's locks, so that they always end. The shipped providers take keys one by one in the
 * caller's order and can wait in a circle for ever, lose waiters, or hold a connection per waiter.
 * Here a key is a row in PostgreSQL with a lease: all keys of a call are taken in one statement or
 * none, no connection is held while waiting or working, waiting is bounded, and what a dead process
 * held is free when its lease has run out. Callers of one process queue in memory, in order; only
 * the first of them asks the database.
 *
 * A lock that is taken with `acquire` is also bound to the life of its process, even if its
 * `expire` is later: the work that it guards has died too.
 */
export class LeaseLockingProvider implements ILockingProvider {
  static identifier = "lease"

  readonly #store: LeaseStore
  readonly #keeper: LeaseKeeper
  readonly #queue = new KeyQueue()
  readonly #logger: Pick<Logger, "warn">
  readonly #lease: number
  #sweptAt = Number.NEGATIVE_INFINITY

  constructor(container: Dependencies, options: unknown = {}) {
    this.#lease = settings.parse(options).lease
    this.#store = new LeaseStore(container[ContainerRegistrationKeys.PG_CONNECTION])
    this.#logger = container[ContainerRegistrationKeys.LOGGER]
    this.#keeper = new LeaseKeeper(this.#store, this.#lease, (error) =>
      this.#warn("Leases could not be prolonged", error),
    )
  }

  /**
   * Does the job while holding all the keys. Not re-entrant: a job must not ask for its own keys.
   * @param args.timeout seconds to wait for the keys; 5 by default, at least 1. `expire` has no
   * meaning here, as the lease is renewed while the job runs.
   * @throws ApiFailure 503 "busy" when the keys were not free in time; MedusaError "conflict" when
   * they were lost to another process while the job ran.
   */
  async execute<T>(
    keys: Keys,
    job: (signal?: AbortSignal) => Promise<T>,
    args?: { timeout?: number; expire?: number },
  ): Promise<T> {
    const wanted = sortedKeys(keys)
    if (wanted.length === 0) return await job()
    const deadline = performance.now() + waitSeconds(args?.timeout) * 1000
    const place = this.#queue.enter(wanted)
    try {
      if (!(await isTurnBefore(deadline, place))) throw busy()
      return await this.#holding(wanted, deadline, job)
    } finally {
      place.leave()
    }
  }

  /**
   * Takes the keys now, or refuses. An owner may take its keys again, which prolongs them.
   * @param args.expire seconds after which the keys are free; without it, until released.
   * @throws ApiFailure 503 "busy" when one of them is not free.
   */
  async acquire(
    keys: Keys,
    args?: { ownerId?: string | null; expire?: number },
  ): Promise<void> {
    const wanted = sortedKeys(keys)
    if (wanted.length === 0) return
    const holder = `acquire:${randomUUID()}`
    const owner = args?.ownerId ?? null
    const expire = args?.expire || null
    const claim = { keys: wanted, holder, owner, expire, patience: null }
    if (!(await this.#take(claim))) throw busy()
    this.#keeper.keep(holder, { keys: wanted, owner })
  }

  /**
   * Without an owner only keys that have none are freed. The work is done when this is called:
   * while the database is away the keys are left to run out, and nothing is thrown.
   * @returns whether all of them were freed.
   */
  async release(keys: Keys, args?: { ownerId?: string | null }): Promise<boolean> {
    const wanted = sortedKeys(keys)
    const owner = args?.ownerId ?? null
    this.#keeper.forget(wanted, owner)
    try {
      return (await this.#store.release(wanted, owner)) === wanted.length
    } catch (error) {
      this.#warn("Locks could not be released", error)
      return false
    }
  }

  /** All keys of the owner; of nobody for null; simply all without it. */
  async releaseAll(args?: { ownerId?: string | null }): Promise<void> {
    await this.#store.releaseAll(args?.ownerId)
  }

  async #holding<T>(
    keys: readonly string[],
    deadline: number,
    job: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const holder = `execute:${randomUUID()}`
    const lost = new AbortController()
    try {
      await this.#wait(keys, holder, deadline)
      const onLost = () => {
        this.#logger.warn(LOST)
        lost.abort(new MedusaError(MedusaError.Types.CONFLICT, LOST))
      }
      this.#keeper.keep(holder, { keys, owner: holder, onLost })
      const result = await job(lost.signal)
      lost.signal.throwIfAborted()
      return result
    } finally {
      this.#keeper.drop(holder)
      await this.#giveBack(keys, holder)
    }
  }

  /** Short looks at the table, in line with the other processes. */
  async #wait(keys: readonly string[], holder: string, deadline: number): Promise<void> {
    const patience = PATIENCE_SECONDS
    const claim = { keys, holder, owner: holder, expire: null, patience }
    while (!(await this.#take(claim))) {
      const left = deadline - performance.now()
      if (left <= 0) throw busy()
      const pause = POLL_MS.least + Math.random() * (POLL_MS.most - POLL_MS.least)
      await sleep(Math.min(pause, left))
    }
  }

  async #take(claim: Omit<Parameters<LeaseStore["take"]>[0], "lease">): Promise<boolean> {
    this.#sweepNowAndThen()
    return await this.#store.take({ ...claim, lease: this.#lease })
  }

  /**
   * The job is done, whatever becomes of the lease: a database that is away must not turn its
   * result into an error. What could not be given back runs out by itself.
   */
  async #giveBack(keys: readonly string[], holder: string): Promise<void> {
    try {
      await this.#store.giveBack(keys, holder)
    } catch (error) {
      this.#warn("A lock could not be given back", error)
    }
  }

  #sweepNowAndThen(): void {
    const now = performance.now()
    if (now - this.#sweptAt < SWEEP_MS) return
    this.#sweptAt = now
    this.#store
      .sweep()
      .catch((error: unknown) => this.#warn("Dead locks could not be swept", error))
  }

  #warn(what: string, error: unknown): void {
    this.#logger.warn(`${what}: ${loggable(error).message}`)
  }
}

const waitSeconds = (timeout = WAIT_SECONDS): number =>
  Number.isNaN(timeout) ? LEAST_WAIT_SECONDS : Math.max(timeout, LEAST_WAIT_SECONDS)

async function isTurnBefore(deadline: number, { turn }: Place): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadline - performance.now())
  })
  try {
    return await Promise.race([turn.then(() => true), tooLate])
  } finally {
    clearTimeout(timer)
  }
}
