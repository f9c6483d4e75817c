import { type MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { parsePhone, PHONE_MESSAGE } from "../contracts/phone"
import { PLACE_MODULE } from "../modules/place"
import type PlaceModuleService from "../modules/place/service"

const PROVINCE = "Hãy chọn tỉnh, thành phố."
const COMMUNE = "Hãy chọn xã, phường thuộc tỉnh, thành phố đã chọn."

const address = z.object({
  phone: z
    .string({ error: "Hãy nhập số điện thoại." })
    .refine((value) => parsePhone(value) !== null, PHONE_MESSAGE),
  metadata: z.object(
    {
      province_code: z.string({ error: PROVINCE }),
      commune_code: z.string({ error: COMMUNE }),
    },
    { error: PROVINCE },
  ),
})

/** An order needs a phone to call and a commune of today that lies in the province named. */
export async function assertDeliverable(
  container: MedusaContainer,
  shippingAddress: unknown,
): Promise<void> {
  const parsed = address.safeParse(shippingAddress ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw refusal(issue?.message ?? PROVINCE)
  }
  const { province_code, commune_code } = parsed.data.metadata
  const place = container.resolve<PlaceModuleService>(PLACE_MODULE)
  const units = await place.listAdminUnits(
    {
      era: "current",
      level: "commune",
      code: commune_code,
      parent_code: province_code,
    },
    { select: ["id"], take: 1 },
  )
  if (units.length === 0) throw refusal(COMMUNE)
}

const refusal = (message: string): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "invalid_address")
