/** Takes one file out of a form (multipart/form-data) into memory, and refuses what is too much. */
import {
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import multer from "multer"
import { MAX_UPLOAD_BYTES } from "../contracts/stock-attachment"
import { ApiFailure } from "./api-failure"

const MEBIBYTE = 1024 * 1024
const MAX_FIELDS = 4
const MAX_FIELD_BYTES = 128 * 1024

const receive = multer({
  storage: multer.memoryStorage(),
  limits: {
    files: 1,
    fileSize: MAX_UPLOAD_BYTES,
    fields: MAX_FIELDS,
    fieldSize: MAX_FIELD_BYTES,
    parts: 1 + MAX_FIELDS,
  },
}).single("file")

const tooLarge = () =>
  new ApiFailure(
    413,
    "file_too_large",
    `Ảnh lớn quá ${MAX_UPLOAD_BYTES / MEBIBYTE} MB. Hãy chọn ảnh nhỏ hơn.`,
  )

const notAForm = () =>
  new ApiFailure(422, "invalid_input", "Dữ liệu gửi lên không đúng dạng.")

/** To be registered after authentication: strangers send nothing into the memory. */
export function pictureUpload(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  receive(req, res, (error: unknown) => {
    if (!error) return next()
    const isTooLarge =
      error instanceof multer.MulterError && error.code === "LIMIT_FILE_SIZE"
    next(isTooLarge ? tooLarge() : notAForm())
  })
}
