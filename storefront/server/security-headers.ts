/** Headers for every answer; the content security policy depends on the page (see csp.ts). */
import { type RequestHandler } from "express"
import helmet from "helmet"

const PERMISSIONS = [
  "camera",
  "microphone",
  "geolocation",
  "payment",
  "usb",
  "browsing-topics",
]
  .map((feature) => `${feature}=()`)
  .join(", ")

/** @param https whether the shop's public address is https: only then HSTS is right. */
export function securityHeaders(https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
      referrerPolicy: { policy: "strict-origin-when-cross-origin" },
      xFrameOptions: { action: "deny" },
      crossOriginResourcePolicy: { policy: "same-origin" },
    }),
    (_request, response, next) => {
      response.set("Permissions-Policy", PERMISSIONS)
      next()
    },
  ]
}
