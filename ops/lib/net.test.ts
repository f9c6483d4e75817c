import { createServer, type Server } from "node:net"

import { afterEach, expect, it } from "vitest"

import { freePort, portTakenMessage, requirePort } from "./net"

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

function listen(host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    open.push(server)
    server.listen({ port: 0, host }, () => {
      const address = server.address()
      if (address && typeof address === "object") resolve(address.port)
      else reject(new Error("no port"))
    })
  })
}

it("says which port is taken, by whom it was wanted and which variable moves it", () => {
  const message = portTakenMessage(3000, "PORT", "cửa hàng")
  expect(message).toContain("Cổng 3000 (cửa hàng)")
  expect(message).toContain("PORT=3100 npm start")
  expect(portTakenMessage(65535, "PORT", "x")).toContain("PORT=65435")
})

it.each([undefined, "127.0.0.1"])("refuses a port that is taken on %s", async (host) => {
  const port = await listen(host)
  await expect(requirePort(port, "BACKEND_PORT", "máy chủ")).rejects.toThrow(
    `Cổng ${port} (máy chủ)`,
  )
})

it("gives the preferred port when it is free and another when it is not", async () => {
  const taken = await listen("127.0.0.1")
  const other = await freePort(taken)
  expect(other).not.toBe(taken)
  expect(await freePort(other)).toBe(other)
})
