/**
 * Loaded into a backend under test by `node --import`: what its Stripe client sends to api.stripe.com
 * goes to a server of the test's own on the loopback. The backend itself knows nothing of this.
 */
import http from "node:http"
import https from "node:https"

const port = Number(process.env.STRIPE_SERVER_PORT)
const request = https.request

https.request = function (options, ...rest) {
  if (options?.host !== "api.stripe.com") return request.call(this, options, ...rest)
  const { method, path, headers } = options
  const redirected = http.request(
    { host: "127.0.0.1", port, method, path, headers },
    ...rest,
  )
  // The client writes once the connection is secured; this one has nothing to secure.
  redirected.once("socket", (socket) => {
    socket.once("connect", () => socket.emit("secureConnect"))
  })
  return redirected
}
