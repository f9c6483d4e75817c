/** What an error page says, by status. Every one offers a way on. */
import { paths } from "./paths"

export type ErrorAction = { label: string; to: string }
export type ErrorCopy = { title: string; message: string; actions: ErrorAction[] }

const browse: ErrorAction = { label: "Xem tất cả sản phẩm", to: paths.catalog() }
const home: ErrorAction = { label: "Về trang chủ", to: paths.home() }

const COPY: Record<number, ErrorCopy> = {
  403: {
    title: "Yêu cầu bị từ chối",
    message:
      "Yêu cầu không xuất phát từ trang web này nên không được thực hiện. Hãy mở lại trang và thử lần nữa.",
    actions: [home],
  },
  404: {
    title: "Không tìm thấy trang",
    message: "Địa chỉ này không có hoặc đã được đổi. Hãy tìm sản phẩm bạn cần.",
    actions: [browse, home],
  },
  405: {
    title: "Thao tác không được hỗ trợ",
    message: "Địa chỉ này không nhận thao tác vừa gửi.",
    actions: [home],
  },
  410: {
    title: "Sản phẩm không còn được giới thiệu",
    message:
      "Sản phẩm này đã được rút khỏi cửa hàng. Hãy xem các sản phẩm OCOP khác cùng loại.",
    actions: [browse, home],
  },
  413: {
    title: "Nội dung gửi quá lớn",
    message: "Nội dung vừa gửi vượt quá giới hạn. Hãy rút gọn rồi gửi lại.",
    actions: [home],
  },
  422: {
    title: "Thông tin chưa hợp lệ",
    message: "Một số thông tin vừa gửi chưa đúng. Hãy quay lại, sửa và gửi lại.",
    actions: [{ label: "Về giỏ hàng", to: paths.cart() }, home],
  },
  429: {
    title: "Quá nhiều lần thử",
    message:
      "Bạn đã thử quá nhiều lần trong thời gian ngắn. Hãy đợi một lát rồi thử lại.",
    actions: [home],
  },
  503: {
    title: "Hệ thống đang gián đoạn",
    message:
      "Chúng tôi tạm thời chưa phục vụ được trang này. Giỏ hàng của bạn vẫn còn. Hãy thử lại sau ít phút.",
    actions: [home],
  },
}

const UNEXPECTED: ErrorCopy = {
  title: "Đã có lỗi xảy ra",
  message:
    "Trang này gặp lỗi ngoài dự kiến. Giỏ hàng của bạn vẫn còn. Hãy thử lại sau ít phút.",
  actions: [home, browse],
}

export const errorCopy = (status: number): ErrorCopy => COPY[status] ?? UNEXPECTED
