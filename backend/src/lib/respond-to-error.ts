import {
  getHttpResponseFromError,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorAnswer, thrown } from "./error-body"
import { loggable } from "./loggable"

/** Answers every failed request with `{ code, message, details? }`, the message in Vietnamese. */
export const respondToError: MedusaErrorHandlerFunction = (failure, req, res, next) => {
  // Half an answer is out: only the connection can be ended.
  if (res.headersSent) return next(failure)
  const error = thrown(failure)
  const isStaff = req.path.startsWith("/admin")
  const { status, headers, body } = errorAnswer(
    error,
    getHttpResponseFromError(error),
    isStaff,
  )
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  // Bodies, queries and bound values hold personal data: neither is logged.
  const what = `${status} ${req.method} ${req.path}`
  if (body.code === "busy") logger.warn(`${what}: busy`)
  else if (status >= 500) logger.error(what, loggable(error))
  else logger.debug(`${what}: ${body.code}`)
  res.status(status).set(headers).json(body)
}
