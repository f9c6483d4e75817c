/** What must be true of goods before a point takes them in; marks that the staff set. */

/**
 * Key of a product's metadata: `true` marks a local speciality ("đặc sản địa phương"), which points
 * may sell without a certificate. The register never writes it (modules/ocop/projection.ts).
 */
export const LOCAL_SPECIALITY = "local_speciality"

/**
 * Key of an inventory item's metadata: on receipt, days that must be left until best-before
 * (a whole number). Fewer need a reason.
 */
export const MINIMUM_DAYS_LEFT = "minimum_days_left"
