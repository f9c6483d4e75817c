/** The framework as it is shipped: the peer of the stock benchmarks. Every module is its own. */
import { defineConfig } from "@medusajs/framework/utils"

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    http: {
      jwtSecret: process.env.JWT_SECRET,
      cookieSecret: process.env.COOKIE_SECRET,
      storeCors: "",
      adminCors: "",
      authCors: "",
    },
  },
  admin: { disable: true },
})
