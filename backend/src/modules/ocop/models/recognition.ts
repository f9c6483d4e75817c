import { model } from "@medusajs/framework/utils"

/**
 * A product's line in the annex of a decision, with the facts as they were then. All days are
 * "YYYY-MM-DD" in Việt Nam: a certificate ends on a day, not at a moment.
 */
export const Recognition = model
  .define(
    { name: "recognition", tableName: "ocop_recognition" },
    {
      id: model.id({ prefix: "ocrec" }).primaryKey(),
      regime_code: model.text(),
      /** Legal group of the regime. */
      group_code: model.text(),
      /** The shop's own group at that time: reports count by it across regimes. */
      display_group: model.enum([
        "thuc-pham",
        "do-uong",
        "thao-duoc",
        "vai-may-mac",
        "luu-niem",
        "du-lich",
      ]),
      decision_no: model.text().nullable(),
      decision_date: model.text().nullable(),
      expires_on: model.text().nullable(),
      issuer: model.text(),
      stars: model.number().nullable(),
      /** 0–100 with decimals; does not decide the star alone. */
      score: model.float().nullable(),
      /** Without a decision: the dossier is with the council. With one: a higher star is asked for. */
      proposed: model.boolean().default(false),
      proposed_stars: model.number().nullable(),
      proposed_on: model.text().nullable(),
      evaluation_year: model.number(),
      round: model.number(),
      /** Free text, unique per issuer: no common format exists. */
      certificate_number: model.text().nullable(),
      /** The producer as named in the decision. */
      producer_name: model.text(),
      entity_type: model.enum(["HTX", "DN", "THT", "HKD"]),
      /** Former units, as certified. */
      commune_code: model.text().nullable(),
      district_code: model.text().nullable(),
      origin_text: model.text().nullable(),
      /** Kept in step with contracts/recognition.recognitionStatusOn. */
      status: model.enum([
        "draft",
        "proposed",
        "valid",
        "expiring",
        "expired",
        "superseded",
        "revoked",
      ]),
      revoked_on: model.text().nullable(),
      revoked_reason: model.text().nullable(),
      superseded_on: model.text().nullable(),
      superseded_by_id: model.text().nullable(),
      sample: model.boolean().default(false),
    },
  )
  .indexes([
    {
      on: ["issuer", "certificate_number"],
      unique: true,
      where: "certificate_number IS NOT NULL AND deleted_at IS NULL",
    },
    { on: ["certificate_number"], where: "deleted_at IS NULL" },
    { on: ["status"], where: "deleted_at IS NULL" },
    { on: ["expires_on"], where: "deleted_at IS NULL" },
  ])
  .checks([
    {
      name: "ocop_recognition_stars",
      expression: (columns) =>
        `${columns.stars} BETWEEN 3 AND 5 AND ${columns.proposed_stars} BETWEEN 3 AND 5`,
    },
    {
      name: "ocop_recognition_proposal_is_higher",
      expression: (columns) => `${columns.proposed_stars} > ${columns.stars}`,
    },
    {
      name: "ocop_recognition_score",
      expression: (columns) => `${columns.score} BETWEEN 0 AND 100`,
    },
    {
      name: "ocop_recognition_decided_whole",
      expression: (columns) =>
        `(${columns.decision_date} IS NULL) = (${columns.expires_on} IS NULL) AND (${columns.decision_date} IS NULL) = (${columns.stars} IS NULL)`,
    },
    {
      name: "ocop_recognition_expires_after_decision",
      expression: (columns) => `${columns.expires_on} > ${columns.decision_date}`,
    },
    {
      name: "ocop_recognition_decision_date_day",
      expression: (columns) => `${columns.decision_date} ~ '^\\d{4}-\\d{2}-\\d{2}$'`,
    },
    {
      name: "ocop_recognition_expires_on_day",
      expression: (columns) => `${columns.expires_on} ~ '^\\d{4}-\\d{2}-\\d{2}$'`,
    },
    {
      name: "ocop_recognition_revoked_whole",
      expression: (columns) =>
        `(${columns.revoked_on} IS NULL) = (${columns.revoked_reason} IS NULL)`,
    },
    {
      name: "ocop_recognition_superseded_whole",
      expression: (columns) =>
        `(${columns.superseded_on} IS NULL) = (${columns.superseded_by_id} IS NULL)`,
    },
    {
      name: "ocop_recognition_round",
      expression: (columns) =>
        `${columns.round} >= 1 AND ${columns.evaluation_year} BETWEEN 2018 AND 2100`,
    },
  ])
