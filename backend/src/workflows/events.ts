/** Names of the events our workflows emit; the data of each always holds `id`. */

/** data: { id: recognition id, product_id } — a status change also has { from, to }. */
export const RecognitionEvents = {
  RECORDED: "ocop.recognition.recorded",
  PROPOSED: "ocop.recognition.proposed",
  REVOKED: "ocop.recognition.revoked",
  SUPERSEDED: "ocop.recognition.superseded",
  STATUS_CHANGED: "ocop.recognition.status-changed",
} as const

/** Sent by the ocop module when the application has started; data: {}. */
export const REGISTER_CHECK_REQUESTED = "ocop.register.check-requested"

/** data: { id: producer id } */
export const ProducerEvents = { CREATED: "producer.created" } as const

/** data: { id: showroom id } */
export const ShowroomEvents = { CREATED: "showroom.created" } as const
