/**
 * How the search grows: the same figures from the demonstration's catalogue up to 100,000 products.
 * `SEARCH_SIZES=10000,100000` measures other sizes.
 */
import { z } from "zod"
import { seed } from "../../ops/database"
import { readSettings } from "../../ops/env"
import { services } from "../support/own-backend"
import { type Recorder, type Row } from "./report"
import { rowsOfSize, type SizeFigures } from "./search"
import { shopSize } from "./search-measures"
import { spread } from "./statistics"

/** After the demonstration's own. */
const sizes = z
  .string()
  .default("1000,10000,100000")
  .transform((list) => list.split(",").map(Number))
  .pipe(z.array(z.number().int().min(1).max(1_000_000)))

async function growTo(products: number, demo: number): Promise<void> {
  await seed(readSettings(process.env), services, "load", products - demo)
}

/** At the largest size, how many times as much as at the smallest. */
const growthRows = (first: SizeFigures, last: SizeFigures): Row[] => {
  const times = `${last.products.toLocaleString("en")} products to ${first.products}`
  return [
    {
      title: `${times}: search p95`,
      unit: "×",
      value: spread([last.search / first.search]),
      target: { atMost: 3 },
    },
    {
      title: `${times}: suggestions p95`,
      unit: "×",
      value: spread([last.suggest / first.suggest]),
      target: { atMost: 2 },
    },
    {
      title: `${times}: build of the Meilisearch index, per product`,
      unit: "×",
      value: spread([last.build / last.products / (first.build / first.products)]),
      target: { atMost: 1.2 },
    },
  ]
}

export async function searchGrowthRows(recorder: Recorder): Promise<Row[]> {
  const demo = await shopSize()
  const measured = [await rowsOfSize(recorder)]
  for (const size of sizes.parse(process.env.SEARCH_SIZES)) {
    await growTo(size, demo)
    measured.push(await rowsOfSize(recorder))
  }
  const figures = measured.map((one) => one.figures)
  const [first] = figures
  const last = figures.at(-1)
  return [
    ...measured.flatMap(({ rows }) => rows),
    ...(first && last ? growthRows(first, last) : []),
  ]
}
