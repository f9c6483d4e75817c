/**
 * A process that checks the invariants whenever it is asked, for Playwright: its loader cannot take
 * names from the backend's CommonJS sources. Answers null or what is wrong.
 */
import { expectReconciled } from "./reconcile"

process.on("message", () => {
  void expectReconciled()
    .then(() => null, String)
    .then((problem) => process.send?.({ problem }))
})
