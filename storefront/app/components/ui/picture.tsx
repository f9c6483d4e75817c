import { type PictureSet } from "@ocop/backend/contracts/catalog"

const TYPES = { avif: "image/avif", webp: "image/webp" } as const

const sourceSet = (picture: PictureSet, format: keyof typeof TYPES) =>
  picture.widths.map((width) => `${picture.base}-${width}.${format} ${width}w`).join(", ")

/** The file for a client that reads no `srcset`: the middle width, in the older format. */
function fallbackSource(picture: PictureSet): string {
  const width = picture.widths[Math.floor(picture.widths.length / 2)] ?? picture.width
  return `${picture.base}-${width}.${picture.formats.includes("webp") ? "webp" : "avif"}`
}

/**
 * A responsive picture. `sizes` is the width it takes on the page; `priority` is for the one
 * picture that is the largest on the first screen, everything else loads when it comes near.
 */
export function Picture({
  picture,
  sizes,
  priority = false,
  alt,
  className = "",
}: {
  picture: PictureSet
  sizes: string
  priority?: boolean
  /** Overrides the picture's own text; "" where the text beside it says the same. */
  alt?: string
  className?: string
}) {
  // React 18 knows the attribute in lower case only.
  const fetchPriority = priority ? { fetchpriority: "high" } : {}
  return (
    <picture className="contents">
      {picture.formats.map((format) => (
        <source
          key={format}
          type={TYPES[format]}
          srcSet={sourceSet(picture, format)}
          sizes={sizes}
        />
      ))}
      <img
        src={fallbackSource(picture)}
        alt={alt ?? picture.alt}
        width={picture.width}
        height={picture.height}
        loading={priority ? "eager" : "lazy"}
        decoding={priority ? "sync" : "async"}
        className={className}
        {...fetchPriority}
      />
    </picture>
  )
}

/** Says that a drawing stands in for a photograph. */
export function IllustrationMark({ className = "" }: { className?: string }) {
  return (
    <span
      className={`rounded-sm bg-surface/85 px-1.5 py-0.5 text-[0.6875rem] leading-snug text-ink-soft ${className}`}
    >
      Hình minh họa
    </span>
  )
}
