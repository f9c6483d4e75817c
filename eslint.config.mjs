/** One lint configuration for the whole repository; `npm run lint` must be silent. */
import medusa from "@medusajs/eslint-plugin"
import jsxA11y from "eslint-plugin-jsx-a11y"
import reactHooks from "eslint-plugin-react-hooks"
import tseslint from "typescript-eslint"

/** The plugin's patterns are relative to a Medusa project; ours lies in a folder. */
const under = (folder, configs) =>
  configs.map((config) => ({
    ...config,
    files: (config.files ?? ["**/*.{ts,tsx}"]).map(
      (pattern) => `${folder}/${pattern.replace(/^(\*\*\/|\.?\/)/, "**/")}`,
    ),
  }))

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      "**/build/**",
      "**/.data/**",
      "**/.cache/**",
      "backend/src/modules/*/migrations/**",
      "**/test-results/**",
    ],
  },
  ...tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "inline-type-imports" },
      ],
      "@typescript-eslint/no-non-null-assertion": "error",
      eqeqeq: ["error", "always"],
      "max-lines": ["error", { max: 350, skipBlankLines: true, skipComments: true }],
    },
  },
  ...under("backend", medusa.configs.recommended),
  {
    files: ["storefront/**/*.tsx"],
    ...jsxA11y.flatConfigs.strict,
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, "react-hooks": reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      ...reactHooks.configs.recommended.rules,
    },
  },
  {
    files: ["storefront/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^@ocop/backend/(?!contracts/)",
              message:
                "The storefront shares contracts with the backend and nothing else.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["backend/src/contracts/**/*.ts"],
    rules: {
      // The storefront reads the contracts too and has no framework to import zod from.
      "@medusajs/zod-import-source": "off",
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              regex: "^(?!zod$|date-fns$|vitest$|fast-check$|\\./)",
              message: "Contracts stay pure.",
            },
          ],
        },
      ],
    },
  },
  {
    // These modules are the framework's own, extended: its parts have no other entrance.
    files: ["backend/src/modules/{inventory,promotion,search-postgres}/**/*.ts"],
    rules: { "@medusajs/import-from-framework-not-internal": "off" },
  },
)
