/** Answers given before Remix is asked: short pages, or JSON for programs. */
import { type Request, type Response } from "express"
import { errorCopy } from "../app/lib/error-copy"

/** @param code machine-readable reason, e.g. "cross_site_request" */
export function refuse(
  request: Request,
  response: Response,
  status: number,
  code: string,
): void {
  const { title, message, actions } = errorCopy(status)
  response.status(status).set("Cache-Control", "no-store")
  if (request.accepts(["html", "json"]) !== "html") {
    response.json({ code, message })
    return
  }
  response.type("html").send(
    `<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – OCOP Quảng Nam</title></head>
<body><main><h1>${title}</h1><p>${message}</p>
${actions.map(({ label, to }) => `<p><a href="${to}">${label}</a></p>`).join("\n")}
</main></body></html>`,
  )
}
