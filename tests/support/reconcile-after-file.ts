/** Whatever a test file did, stock, orders and money agree afterwards. */
import { afterAll } from "vitest"
import { expectReconciled } from "./reconcile"

afterAll(expectReconciled)
