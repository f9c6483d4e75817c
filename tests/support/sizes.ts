/** How much a test does: little in `npm test`, all that is asked for in `npm run test:faults`. */
import { env } from "./env"

export const isLong = env.TEST_SIZE === "long"

export const sized = <T>(quick: T, long: T): T => (isLong ? long : quick)
