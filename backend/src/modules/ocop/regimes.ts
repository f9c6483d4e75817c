/**
 * The rule sets of the programme and their legal groups. Sources: decisions 490, 1048, 781, 148,
 * 1489 /QĐ-TTg. The text of 26/2026/QĐ-TTg was not read (three public projects agree on its
 * number, date, 26 sets and weights), hence `verified: false`.
 */
type RegimeSeed = {
  rule: {
    code: string
    name: string
    legal_text: string
    valid_from: string
    valid_to: string | null
    weight_a: number | null
    weight_b: number | null
    weight_c: number | null
    recognised_by: string
    verified: boolean
  }
  groups: { code: string; name: string; sector: string | null }[]
}

const GROUPS_2018 = [
  { code: "thuc-pham", name: "Thực phẩm", sector: null },
  { code: "do-uong", name: "Đồ uống", sector: null },
  { code: "thao-duoc", name: "Thảo dược", sector: null },
  { code: "vai-may-mac", name: "Vải và may mặc", sector: null },
  { code: "luu-niem", name: "Lưu niệm – nội thất – trang trí", sector: null },
]

const GROUPS_2023 = [
  { code: "thuc-pham", name: "Thực phẩm", sector: null },
  { code: "do-uong", name: "Đồ uống", sector: null },
  { code: "duoc-lieu", name: "Dược liệu và sản phẩm từ dược liệu", sector: null },
  { code: "thu-cong-my-nghe", name: "Hàng thủ công mỹ nghệ", sector: null },
  { code: "sinh-vat-canh", name: "Sinh vật cảnh", sector: null },
  {
    code: "du-lich",
    name: "Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch",
    sector: null,
  },
]

/** Sector → its sets, in the order of the decision; the sets are numbered through, 1 to 26. */
const SETS_2026: [sector: string, sets: string[]][] = [
  [
    "Thực phẩm",
    [
      "Rau, củ, quả, hạt tươi",
      "Thịt, thủy sản, trứng, sữa tươi",
      "Gạo, ngũ cốc, hạt sơ chế",
      "Mật ong, mật khác, nông sản thực phẩm khác",
      "Đồ ăn nhanh",
      "Chế biến từ gạo, ngũ cốc",
      "Chế biến từ rau, củ, quả, hạt",
      "Chế biến từ thịt, trứng, sữa, thủy sản, mật ong",
      "Tương, nước mắm, gia vị lỏng",
      "Gia vị khác",
      "Chè tươi, chè chế biến",
      "Trà từ thực vật khác",
      "Cà phê, ca cao",
    ],
  ],
  [
    "Đồ uống",
    [
      "Rượu trắng",
      "Đồ uống có cồn khác",
      "Nước khoáng, nước đóng chai",
      "Đồ uống không cồn",
    ],
  ],
  [
    "Dược liệu và sản phẩm từ dược liệu",
    [
      "Thực phẩm chức năng, thuốc dược liệu, thuốc cổ truyền",
      "Mỹ phẩm có thành phần từ dược liệu",
      "Tinh dầu và dược liệu khác",
    ],
  ],
  ["Thủ công mỹ nghệ", ["Thủ công mỹ nghệ gia dụng, trang trí", "Vải, may mặc"]],
  ["Sinh vật cảnh", ["Hoa", "Cây cảnh", "Động vật cảnh"]],
  ["Dịch vụ du lịch", ["Dịch vụ du lịch cộng đồng, du lịch sinh thái và điểm du lịch"]],
]

const GROUPS_2026 = SETS_2026.flatMap(([sector, sets]) =>
  sets.map((name) => ({ name, sector })),
).map((set, index) => ({ code: `bo-${index + 1}`, ...set }))

export const REGIMES: RegimeSeed[] = [
  {
    rule: {
      code: "R0",
      name: "Bộ tiêu chí tạm thời của tỉnh Quảng Nam (2018)",
      legal_text: "Bộ tiêu chí tạm thời, thực hiện 490/QĐ-TTg ngày 07/5/2018",
      valid_from: "2018-05-07",
      valid_to: "2019-08-21",
      weight_a: null,
      weight_b: null,
      weight_c: null,
      recognised_by: "UBND tỉnh công nhận 3 sao và 4 sao",
      verified: true,
    },
    groups: [
      ...GROUPS_2018,
      {
        code: "du-lich",
        name: "Dịch vụ du lịch nông thôn và điểm du lịch",
        sector: null,
      },
    ],
  },
  {
    rule: {
      code: "R1",
      name: "Quyết định 1048/QĐ-TTg",
      legal_text: "1048/QĐ-TTg ngày 21/8/2019, sửa đổi bởi 781/QĐ-TTg ngày 08/6/2020",
      valid_from: "2019-08-21",
      valid_to: "2023-02-24",
      weight_a: 35,
      weight_b: 25,
      weight_c: 40,
      recognised_by:
        "Cấp huyện đánh giá; UBND tỉnh công nhận 3 sao và 4 sao; Trung ương công nhận 5 sao",
      verified: true,
    },
    groups: [
      ...GROUPS_2018,
      { code: "du-lich", name: "Dịch vụ du lịch nông thôn, bán hàng", sector: null },
    ],
  },
  {
    rule: {
      code: "R2",
      name: "Quyết định 148/QĐ-TTg",
      legal_text: "148/QĐ-TTg ngày 24/02/2023",
      valid_from: "2023-02-24",
      valid_to: "2025-07-06",
      weight_a: 40,
      weight_b: 25,
      weight_c: 35,
      recognised_by:
        "UBND cấp huyện công nhận 3 sao; UBND tỉnh công nhận 4 sao; Trung ương công nhận 5 sao",
      verified: true,
    },
    groups: GROUPS_2023,
  },
  {
    rule: {
      code: "R2b",
      name: "Quyết định 148/QĐ-TTg, sửa đổi bởi 1489/QĐ-TTg",
      legal_text: "148/QĐ-TTg sửa đổi bởi 1489/QĐ-TTg ngày 06/7/2025",
      valid_from: "2025-07-06",
      valid_to: "2026-05-22",
      weight_a: 40,
      weight_b: 25,
      weight_c: 35,
      recognised_by: "UBND cấp tỉnh công nhận 3 sao và 4 sao; Trung ương công nhận 5 sao",
      verified: true,
    },
    groups: GROUPS_2023,
  },
  {
    rule: {
      code: "R3",
      name: "Quyết định 26/2026/QĐ-TTg",
      legal_text: "26/2026/QĐ-TTg ngày 22/5/2026",
      valid_from: "2026-05-22",
      valid_to: null,
      weight_a: 40,
      weight_b: 25,
      weight_c: 35,
      recognised_by: "UBND cấp tỉnh công nhận 3 sao và 4 sao; Bộ công nhận 5 sao",
      verified: false,
    },
    groups: GROUPS_2026,
  },
]
