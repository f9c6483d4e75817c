import {
  getHttpResponseFromError,
  type MedusaErrorHandlerFunction,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorAnswer } from "./error-body"
import { loggable } from "./loggable"

/** Answers every failed request with `{ code, message, details? }`, the message in Vietnamese. */
export const respondToError: MedusaErrorHandlerFunction = (error, req, res, next) => {
  // Half an answer is out: only the connection can be ended.
  if (res.headersSent) return next(error)
  const isStaff = req.path.startsWith("/admin")
  const { status, headers, body } = errorAnswer(
    error,
    getHttpResponseFromError(error),
    isStaff,
  )
  const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
  // Bodies, queries and bound values hold personal data: neither is logged.
  if (status >= 500) logger.error(`${status} ${req.method} ${req.path}`, loggable(error))
  else logger.debug(`${status} ${req.method} ${req.path}: ${body.code}`)
  res.status(status).set(headers).json(body)
}
