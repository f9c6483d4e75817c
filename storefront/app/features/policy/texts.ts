/** Drafts, in plain words, of what the shop really does today. */
import { MAX_LINE_QUANTITY } from "@ocop/backend/contracts/checkout"
import { type PolicySlug } from "./policies"

export type PolicyPart = { heading: string; text: string[] }

export const POLICY_TEXTS: Record<PolicySlug, PolicyPart[]> = {
  "van-chuyen": [
    {
      heading: "Phạm vi",
      text: [
        "Hàng được giao đến địa chỉ hai cấp: tỉnh, thành phố và xã, phường, đặc khu. Nơi chưa có số nhà, hãy ghi thôn, tổ và một điểm dễ nhận ra.",
      ],
    },
    {
      heading: "Phí giao hàng",
      text: [
        "Phí hiện rõ ở bước thanh toán, trước khi bạn đặt hàng. Sau khi đặt, phí không thay đổi.",
      ],
    },
    {
      heading: "Thời gian",
      text: [
        "Đơn được chuẩn bị tại một điểm OCOP. Bạn theo dõi từng bước ở trang tra cứu đơn hàng bằng mã đơn và số điện thoại.",
        "Rượu và một số mặt hàng đặc thù chỉ bán tại điểm OCOP và không được giao.",
      ],
    },
  ],
  "doi-tra": [
    {
      heading: "Khi nào được đổi trả",
      text: [
        "Hàng giao sai, vỡ, hỏng, hết hạn hoặc không đúng mô tả được đổi mới hoặc hoàn đủ tiền, kể cả phí giao hàng.",
        "Hãy kiểm tra hàng cùng người giao. Nếu phát hiện sau, báo trong 7 ngày kể từ ngày nhận kèm hình chụp.",
      ],
    },
    {
      heading: "Hàng tươi, hàng dễ hỏng",
      text: ["Với thực phẩm tươi, hãy báo trong 24 giờ để việc xác minh còn chính xác."],
    },
    {
      heading: "Hoàn tiền",
      text: [
        "Đơn trả bằng tiền mặt được hoàn bằng chuyển khoản hoặc tại điểm OCOP, theo cách bạn chọn.",
      ],
    },
  ],
  "thanh-toan": [
    {
      heading: "Giá",
      text: [
        "Giá trên trang đã gồm thuế giá trị gia tăng, tính bằng đồng Việt Nam. Không có khoản phí nào xuất hiện sau bước xác nhận đơn.",
      ],
    },
    {
      heading: "Cách trả tiền",
      text: [
        "Hiện nay bạn trả bằng tiền mặt khi nhận hàng (COD). Bạn xem lại toàn bộ đơn trước khi bấm “Đặt hàng”.",
      ],
    },
  ],
  "khieu-nai": [
    {
      heading: "Gửi khiếu nại",
      text: [
        "Ghi mã đơn hàng, số điện thoại đã đặt và nội dung. Bạn có thể gửi tại bất kỳ điểm OCOP nào trong danh sách điểm bán.",
      ],
    },
    {
      heading: "Các bước và thời hạn",
      text: [
        "Tiếp nhận và trả lời đã nhận trong 2 ngày làm việc; làm việc với chủ thể và trả lời kết quả trong 7 ngày làm việc.",
        "Người cao tuổi, đồng bào dân tộc thiểu số và trẻ em được ưu tiên giải quyết.",
      ],
    },
    {
      heading: "Nếu chưa đồng ý",
      text: [
        "Bạn có quyền yêu cầu cơ quan bảo vệ quyền lợi người tiêu dùng hoặc tòa án giải quyết.",
      ],
    },
  ],
  "bao-mat": [
    {
      heading: "Chúng tôi hỏi gì",
      text: [
        "Chỉ họ tên người nhận, số điện thoại, địa chỉ giao hàng và, nếu bạn muốn, e-mail. Không cần tài khoản, không yêu cầu giấy tờ tùy thân.",
      ],
    },
    {
      heading: "Dùng vào việc gì",
      text: [
        "Để giao đơn hàng, để bạn tra cứu đơn và để giải quyết khiếu nại. Không dùng để quảng cáo, không bán cho ai.",
        "Giỏ hàng được nhớ bằng một cookie cần thiết cho việc mua hàng. Trang không dùng cookie theo dõi.",
      ],
    },
    {
      heading: "Quyền của bạn",
      text: [
        "Bạn được xem, sửa, xóa dữ liệu của mình và rút lại đồng ý. Yêu cầu được trả lời trong 2 ngày làm việc.",
      ],
    },
  ],
  "xep-hang": [
    {
      heading: "Thứ tự mặc định",
      text: [
        "Khi bạn tìm theo từ, sản phẩm đứng trước là sản phẩm khớp với từ hơn: tên sản phẩm tính trước, rồi đến chủ thể và địa phương; gõ gần đúng xếp sau gõ đúng.",
        "Khi không có từ tìm, sản phẩm có hạng sao cao hơn đứng trước; cùng hạng thì theo tên.",
      ],
    },
    {
      heading: "Không có quảng cáo trả tiền",
      text: [
        "Không chủ thể nào trả tiền để được đứng trước. Các mục trên trang chủ chọn theo hạng sao còn hiệu lực và ngày lên kệ, chỉ lấy hàng còn, không theo thỏa thuận.",
      ],
    },
    {
      heading: "Sao OCOP không phải điểm của người mua",
      text: [
        "Hạng sao do cơ quan nhà nước công nhận, có giá trị 36 tháng. Khi giấy chứng nhận hết hạn, dấu sao tự ẩn trong ngày đó.",
      ],
    },
  ],
  "dieu-khoan": [
    {
      heading: "Về trang này",
      text: [
        "Trang giới thiệu và bán sản phẩm OCOP của các chủ thể ở vùng Quảng Nam. Người bán là chủ thể ghi trên từng sản phẩm.",
      ],
    },
    {
      heading: "Đặt hàng",
      text: [
        "Đơn có hiệu lực khi bạn nhận được mã đơn hàng. Nếu hàng không còn đủ, bạn được báo ngay ở giỏ hàng, trước khi đặt.",
        `Mỗi sản phẩm được đặt tối đa ${MAX_LINE_QUANTITY} đơn vị trong một đơn; mua nhiều hơn, hãy liên hệ điểm OCOP.`,
      ],
    },
    {
      heading: "Thông tin sản phẩm",
      text: [
        "Hạng sao, số quyết định và thời hạn lấy từ sổ đăng ký công nhận. Hình đánh dấu “Hình minh họa” là hình vẽ, không phải ảnh chụp sản phẩm.",
      ],
    },
  ],
}
