import { type GroupSlug } from "@ocop/backend/contracts/group"
import doUong from "#app/assets/icons/do-uong.svg?url"
import duLich from "#app/assets/icons/du-lich.svg?url"
import luuNiem from "#app/assets/icons/luu-niem.svg?url"
import thaoDuoc from "#app/assets/icons/thao-duoc.svg?url"
import thucPham from "#app/assets/icons/thuc-pham.svg?url"
import vaiMayMac from "#app/assets/icons/vai-may-mac.svg?url"

/** The drawing of each product group. */
export const GROUP_ICONS: Record<GroupSlug, string> = {
  "thuc-pham": thucPham,
  "do-uong": doUong,
  "thao-duoc": thaoDuoc,
  "vai-may-mac": vaiMayMac,
  "luu-niem": luuNiem,
  "du-lich": duLich,
}
