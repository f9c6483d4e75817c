/**
 * Changes of the register run one after another: each reads the history of a product before it
 * writes. One key only, so two can never wait for each other. Times in seconds.
 */
export const REGISTER_LOCK = { key: "ocop-register", timeout: 30, ttl: 120 }
