import { expect, it } from "vitest"

import { lastJson } from "./reconcile"

const log = '{"level":"info","message":"x","timestamp":"2026-11-22 00:00:00"}'

it("finds the report among the framework's log lines", () => {
  expect(lastJson(`${log}\n{"a":1}\n${log}\n`)).toEqual({ a: 1 })
  expect(lastJson(`info: up\n[\n  { "a": 1 }\n]\ninfo: down`)).toEqual([{ a: 1 }])
})

it("does not take a log line for a report", () => {
  expect(lastJson(`${log}\n${log}`)).toBeUndefined()
  expect(lastJson("")).toBeUndefined()
})
