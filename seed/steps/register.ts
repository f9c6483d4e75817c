/** Places of both eras, rule sets and published figures. */
import { type MedusaContainer } from "@medusajs/framework/types"
import { slugify } from "../../backend/src/contracts/text"
import { importQuotedFiguresWorkflow } from "../../backend/src/workflows/ocop/import-quoted-figures"
import { importRegimesWorkflow } from "../../backend/src/workflows/ocop/import-regimes"
import {
  importPlacesWorkflow,
  type AdminUnitInput,
} from "../../backend/src/workflows/place/import-places"
import { addressUnits, currentUnitOf, figures, fullName, places } from "../data"

/** Quảng Nam until 30/6/2025. */
const FORMER_PROVINCE = "49"

const kindIn = (name: string): string =>
  /^(Thành phố|Tỉnh|Phường|Xã|Đặc khu)/.exec(name)?.[0].toLowerCase() ?? "xã"

function formerUnits(): AdminUnitInput[] {
  return [
    {
      code: FORMER_PROVINCE,
      era: "former",
      level: "province",
      name: "Tỉnh Quảng Nam",
      kind: "tỉnh",
      slug: "quang-nam",
      parent_code: null,
    },
    ...places.districts.map((district): AdminUnitInput => ({
      code: district.code,
      era: "former",
      level: "district",
      name: fullName(district),
      kind: district.kind,
      slug: district.slug,
      parent_code: FORMER_PROVINCE,
      mountain: district.mountain,
    })),
    ...places.communes.map((commune): AdminUnitInput => ({
      code: commune.code,
      era: "former",
      level: "commune",
      name: fullName(commune),
      name_variants: commune.variants ?? [],
      kind: commune.kind,
      slug: commune.slug,
      parent_code: commune.district,
    })),
  ]
}

function currentUnits(): AdminUnitInput[] {
  return addressUnits.flatMap((province): AdminUnitInput[] => [
    {
      code: province.code,
      era: "current",
      level: "province",
      name: province.name,
      kind: kindIn(province.name),
      slug: slugify(province.name),
      parent_code: null,
    },
    ...province.communes.map(([code, name]): AdminUnitInput => {
      const position = currentUnitOf.get(code)
      return {
        code,
        era: "current",
        level: "commune",
        name,
        kind: kindIn(name),
        slug: slugify(`${name} ${code}`),
        parent_code: province.code,
        latitude: position?.latitude ?? null,
        longitude: position?.longitude ?? null,
      }
    }),
  ])
}

/** Enters what every profile needs in the register; what is known stays. */
export async function fillRegister(container: MedusaContainer): Promise<void> {
  await importPlacesWorkflow(container).run({
    input: {
      units: [...formerUnits(), ...currentUnits()],
      successions: places.communes.map(({ code, current, note }) => ({
        former_code: code,
        current_code: current,
        note: note ?? null,
      })),
    },
  })
  await importRegimesWorkflow(container).run()
  await importQuotedFiguresWorkflow(container).run({ input: { figures } })
}
