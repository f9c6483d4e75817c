import { type PictureSet } from "@ocop/backend/contracts/catalog"
import { IllustrationMark, Picture } from "#app/components/ui/picture"

const SIZES = "(min-width: 80rem) 34rem, (min-width: 64rem) 45vw, 100vw"

/** One picture fills the slot; more can be swiped through, without any script. */
export function ProductGallery({ pictures }: { pictures: readonly PictureSet[] }) {
  if (pictures.length === 0)
    return <div aria-hidden="true" className="aspect-square rounded-card bg-group-tint" />
  return (
    <ul
      aria-label="Hình sản phẩm"
      // A strip that scrolls must be reachable by keyboard.
      tabIndex={pictures.length > 1 ? 0 : undefined}
      className="flex snap-x snap-mandatory gap-3 overflow-x-auto"
    >
      {pictures.map((picture, index) => (
        <li
          key={picture.base}
          className="relative aspect-square w-full shrink-0 snap-center overflow-hidden bg-group-tint sm:rounded-card"
        >
          <Picture
            picture={picture}
            sizes={SIZES}
            priority={index === 0}
            className="size-full object-cover"
          />
          {picture.illustration ? (
            <IllustrationMark className="absolute bottom-2 left-2 sm:bottom-3 sm:left-3" />
          ) : null}
        </li>
      ))}
    </ul>
  )
}
