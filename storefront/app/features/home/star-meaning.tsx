import { Link } from "@remix-run/react"
import { StarBadge } from "#app/components/ui/star-badge"
import { paths } from "#app/lib/paths"

/** What the star means, in one line, with the way to check one. */
export function StarMeaning() {
  return (
    <aside
      aria-label="Ý nghĩa của sao OCOP"
      className="mt-12 flex flex-col gap-5 rounded-card bg-sand p-5 sm:flex-row sm:items-center sm:p-7 lg:mt-16"
    >
      <div aria-hidden="true" className="flex shrink-0 gap-2">
        {[3, 4, 5].map((stars, index) => (
          <StarBadge
            key={stars}
            stars={stars}
            className={`size-16 ${index === 1 ? "rotate-2" : "-rotate-3"}`}
          />
        ))}
      </div>
      <p className="flex-1 text-lg leading-relaxed">
        Dấu sao do Nhà nước chấm, có hạn 36 tháng và phải đánh giá lại: 3 sao đạt chuẩn, 4
        sao tiêu biểu cấp tỉnh, 5 sao cấp quốc gia. Đó không phải điểm của người mua.
      </p>
      <Link
        to={paths.certificateCheck()}
        className="link inline-flex min-h-11 shrink-0 items-center font-semibold"
      >
        Kiểm tra một giấy chứng nhận
      </Link>
    </aside>
  )
}
