/** The policy pages by address. The texts are drafts until the operator has approved them. */
export const POLICIES = [
  { slug: "van-chuyen", title: "Giao hàng" },
  { slug: "doi-tra", title: "Đổi trả và hoàn tiền" },
  { slug: "thanh-toan", title: "Thanh toán" },
  { slug: "khieu-nai", title: "Giải quyết khiếu nại" },
  { slug: "bao-mat", title: "Bảo vệ dữ liệu cá nhân" },
  { slug: "xep-hang", title: "Cách xếp thứ tự sản phẩm" },
  { slug: "dieu-khoan", title: "Điều khoản sử dụng" },
] as const

export type PolicySlug = (typeof POLICIES)[number]["slug"]
