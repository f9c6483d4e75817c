import tall480avif from "#app/assets/illustrations/hero-tall-480.avif?url"
import tall480webp from "#app/assets/illustrations/hero-tall-480.webp?url"
import tall800avif from "#app/assets/illustrations/hero-tall-800.avif?url"
import tall800webp from "#app/assets/illustrations/hero-tall-800.webp?url"
import wide960avif from "#app/assets/illustrations/hero-wide-960.avif?url"
import wide960webp from "#app/assets/illustrations/hero-wide-960.webp?url"
import wide1600avif from "#app/assets/illustrations/hero-wide-1600.avif?url"
import wide1600webp from "#app/assets/illustrations/hero-wide-1600.webp?url"

const DESK = "(min-width: 64rem)"
/** Soft shapes bear fewer pixels than the screen has, and this is the largest first picture. */
const HAND_WIDTH = "65vw"
/** React 18 knows the attribute in lower case only. */
const FIRST = { fetchpriority: "high" }

/**
 * The old town, the river and a market table. The wide drawing fades into the ochre of the
 * section on its left, where the words stand; the tall one stands under the words.
 */
export function HeroPicture() {
  return (
    <picture>
      <source
        media={DESK}
        type="image/avif"
        srcSet={`${wide960avif} 960w, ${wide1600avif} 1600w`}
        sizes="60rem"
      />
      <source
        media={DESK}
        type="image/webp"
        srcSet={`${wide960webp} 960w, ${wide1600webp} 1600w`}
        sizes="60rem"
      />
      <source
        type="image/avif"
        srcSet={`${tall480avif} 480w, ${tall800avif} 800w`}
        sizes={HAND_WIDTH}
      />
      <img
        src={tall800webp}
        srcSet={`${tall480webp} 480w, ${tall800webp} 800w`}
        sizes={HAND_WIDTH}
        alt=""
        width={800}
        height={1000}
        {...FIRST}
        className="hero-fade block aspect-square w-full object-cover object-bottom sm:aspect-video lg:absolute lg:inset-y-0 lg:right-0 lg:-z-10 lg:aspect-auto lg:h-full lg:w-auto lg:max-w-none"
      />
    </picture>
  )
}
