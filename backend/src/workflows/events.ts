/** Names of the events our workflows emit. What must not be lost goes by way of the outbox instead. */

/** Sent by the ocop module when the application has started; data: {}. */
export const REGISTER_CHECK_REQUESTED = "ocop.register.check-requested"

/** data: { id: producer id } */
export const ProducerEvents = { CREATED: "producer.created" } as const

/** data: { id: showroom id } */
export const ShowroomEvents = { CREATED: "showroom.created" } as const
