import { ButtonLink } from "#app/components/ui/button"
import { SearchBox } from "#app/features/search-box/search-box"
import { paths } from "#app/lib/paths"
import { HeroPicture } from "./hero-picture"

/** The turmeric wall: what this is, the search, and two ways in. */
export function Hero({ total, certified }: { total: number; certified: number }) {
  return (
    <section
      aria-labelledby="chao"
      className="relative isolate bg-ochre [--focus:var(--color-lacquer-deep)] focus-within:z-10"
    >
      <div className="page-width pt-7 pb-2 sm:pt-12 lg:py-16">
        <div className="lg:max-w-[32rem]">
          <h1
            id="chao"
            className="font-display text-[clamp(2.0625rem,1.5rem+2.6vw,3rem)] leading-[1.16] font-semibold text-lacquer-deep"
          >
            Mỗi xã một sản{"\u00a0"}phẩm, cả xứ{"\u00a0"}Quảng trong một{"\u00a0"}chợ
          </h1>
          <p className="mt-4 max-w-[46ch] text-lg leading-relaxed">
            {total} sản phẩm OCOP từ Cù Lao Chàm đến núi Ngọc Linh, trong đó {certified}{" "}
            sản phẩm đang mang sao còn hiệu lực. Mua tận nơi làm ra, trả tiền khi nhận
            hàng.
          </p>
          <SearchBox id="tim-trang-chu" size="lg" className="mt-6 max-w-xl" />
          <div className="mt-5 grid max-w-xl grid-cols-2 gap-3 sm:flex">
            <ButtonLink to={paths.catalog({ stars: [4, 5] })}>
              Xem hàng 4–5{"\u00a0"}sao
            </ButtonLink>
            <ButtonLink to={paths.showrooms()} variant="secondary">
              Tìm điểm OCOP
            </ButtonLink>
          </div>
        </div>
      </div>
      {/* Cut off here and not at the section: the list under the search field reaches below it. */}
      <div className="overflow-hidden lg:absolute lg:inset-0 lg:-z-10">
        <HeroPicture />
      </div>
    </section>
  )
}
