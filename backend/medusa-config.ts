import { defineConfig, Modules } from "@medusajs/framework/utils"
import { env } from "./src/lib/env"
import { searchModules } from "./src/lib/search-module"

const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/** With several processes the bus and the engine must be shared; with one they need not. */
const shared = env.REDIS_URL
  ? [
      {
        resolve: "@medusajs/medusa/event-bus-redis",
        options: { redisUrl: env.REDIS_URL },
      },
      {
        resolve: "@medusajs/medusa/workflow-engine-redis",
        options: { redis: { redisUrl: env.REDIS_URL } },
      },
    ]
  : []

/** A card is charged when the order is placed. */
const cards =
  env.STRIPE_API_KEY && env.STRIPE_WEBHOOK_SECRET
    ? [
        {
          resolve: "@medusajs/medusa/payment-stripe",
          id: "stripe",
          options: {
            apiKey: env.STRIPE_API_KEY,
            webhookSecret: env.STRIPE_WEBHOOK_SECRET,
            capture: true,
          },
        },
      ]
    : []

export default defineConfig({
  projectConfig: {
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    workerMode: env.MEDUSA_WORKER_MODE,
    // On plain http, at a first look on localhost, the admin could not sign in with a secure cookie.
    cookieOptions: {
      secure: env.STORE_URL.startsWith("https:"),
      sameSite: "lax",
      httpOnly: true,
    },
    http: {
      jwtSecret: env.JWT_SECRET,
      cookieSecret: env.COOKIE_SECRET,
      // The browser talks to the storefront only, and the admin is served from the backend's own
      // origin: no other origin may read an answer.
      storeCors: "",
      adminCors: "",
      authCors: "",
      // Buyers need no account yet, so nobody can open one.
      authMethodsPerActor: { user: ["emailpass"], customer: [] },
    },
  },
  admin: {
    path: "/app",
    maxUploadFileSize: MAX_UPLOAD_BYTES,
    disable: env.DISABLE_MEDUSA_ADMIN || env.MEDUSA_WORKER_MODE === "worker",
  },
  modules: [
    { resolve: "./src/modules/database-patience" },
    { resolve: "./src/modules/outbox" },
    { resolve: "./src/modules/payment-notice" },
    { resolve: "./src/modules/pickup", options: { days: env.PICKUP_DAYS } },
    {
      key: Modules.INVENTORY,
      resolve: "./src/modules/inventory",
      options: { photoFrom: env.STOCK_PHOTO_THRESHOLD_VND },
    },
    { key: Modules.PROMOTION, resolve: "./src/modules/promotion" },
    { resolve: "./src/modules/place" },
    { resolve: "./src/modules/producer" },
    { resolve: "./src/modules/ocop" },
    { resolve: "./src/modules/showroom" },
    { resolve: "./src/modules/search-log" },
    { resolve: "./src/modules/stock-alert" },
    ...searchModules(),
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        // Kept in PostgreSQL, so that they hold for one process as for several.
        providers: [
          { resolve: "./src/modules/locking-lease", id: "lease", is_default: true },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [{ resolve: "./src/modules/payment-cod", id: "cod" }, ...cards],
      },
    },
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: {
              upload_dir: env.MEDIA_DIR,
              // Beside the public folder, never inside: exports hold customers' data.
              private_upload_dir: `${env.MEDIA_DIR}-private`,
              backend_url: `${env.STORE_URL}/media`,
            },
          },
        ],
      },
    },
    ...shared,
  ],
})
