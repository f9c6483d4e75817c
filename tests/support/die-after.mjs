/**
 * Loaded into a backend under test by `node --import`. A request with the header `x-die-after: n`
 * ends the process, as `kill -9` does, in the moment in which the n-th statement of its own has
 * become durable and nobody has been told of it yet. With `x-die-after: n table` only statements
 * and transactions that wrote into this table count. The backend itself knows nothing of this.
 */
import { AsyncLocalStorage } from "node:async_hooks"
import { Server } from "node:http"
import Module from "node:module"

const WRITTEN =
  /\b(?:(?:insert\s+into|delete\s+from)\s+"?(\w+)|update\s+"?(\w+)"?(?:\s+(?:as\s+)?\w+)?\s+set\b|(lock_lease)_take)/gi

const tablesIn = (text) =>
  [...text.matchAll(WRITTEN)].map(([, ...names]) => names.find(Boolean))

/** `{ left, table, steps }` of the request that a statement is run for, wherever it came from. */
const requests = new AsyncLocalStorage()

/** What the transaction that is open on a connection has written; absent outside of one. */
const transactions = new WeakMap()

/** The tables in which this statement makes something durable. */
function settledBy(client, text) {
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase()
  const written = transactions.get(client)
  if (verb === "begin" || verb === "start") transactions.set(client, new Set())
  else if (verb === "commit" || verb === "end") {
    transactions.delete(client)
    return written ?? new Set()
  } else if (verb === "rollback") {
    if (!/^\s*rollback\s+to\b/i.test(text)) transactions.delete(client)
  } else if (!written) return new Set(tablesIn(text))
  else for (const table of tablesIn(text)) written.add(table)
  return new Set()
}

function count(request, tables) {
  request.steps += 1
  if (!request.table || tables.has(request.table)) request.left -= 1
  if (request.left === 0) process.kill(process.pid, "SIGKILL")
  process.send?.({ step: request.steps, tables: [...tables] })
}

function watched(query) {
  return function (...args) {
    const [config] = args
    const text = typeof config === "string" ? config : config?.text
    const request = requests.getStore()
    const tables = typeof text === "string" ? settledBy(this, text) : new Set()
    if (tables.size === 0 || !request) return query.apply(this, args)
    const done = args.at(-1)
    if (typeof done === "function") {
      args[args.length - 1] = (error, result) => {
        if (!error) count(request, tables)
        done(error, result)
      }
      return query.apply(this, args)
    }
    return query.apply(this, args).then((result) => {
      count(request, tables)
      return result
    })
  }
}

// The framework brings a copy of its own, so each one is caught when it is loaded.
const load = Module._load
const patched = new WeakSet()
Module._load = function (name, ...rest) {
  const loaded = load.call(this, name, ...rest)
  if (name === "pg" && !patched.has(loaded.Client)) {
    patched.add(loaded.Client)
    loaded.Client.prototype.query = watched(loaded.Client.prototype.query)
  }
  return loaded
}

const emit = Server.prototype.emit
Server.prototype.emit = function (event, ...args) {
  const header = event === "request" ? args[0].headers["x-die-after"] : undefined
  if (!header) return emit.call(this, event, ...args)
  const [left, table] = header.split(" ")
  const request = { left: Number(left), table, steps: 0 }
  return requests.run(request, () => emit.call(this, event, ...args))
}

// Nobody is left to stop it when the tests are gone.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"))
