/** Unit tests: pure logic, beside the code. What needs a process or an engine is in tests/. */
import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: ["{backend/src,storefront/app,storefront/server,seed,ops}/**/*.test.ts{,x}"],
    exclude: ["**/node_modules/**", "**/.medusa/**", "**/build/**"],
    environment: "node",
  },
})
