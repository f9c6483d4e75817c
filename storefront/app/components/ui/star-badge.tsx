/**
 * The OCOP mark of a certified product: a lacquer seal, as a stamp on a paper. It has only as
 * many stars as were awarded and no empty ones, so that nobody takes it for a buyers' rating.
 */
const STAR =
  "M0-5 1.47-2.02 4.76-1.55 2.38.77 2.94 4.05 0 2.5-2.94 4.05-2.38.77-4.76-1.55-1.47-2.02Z"

export function StarBadge({
  stars,
  className = "size-14",
}: {
  /** 3 to 5; below that there is no certificate and the seal is not shown. */
  stars: number
  /** Gives the size, and may place it. */
  className?: string
}) {
  if (stars < 3) return null
  const step = 12
  const first = 40 - ((stars - 1) * step) / 2
  return (
    <svg
      viewBox="0 0 80 80"
      role="img"
      aria-label={`Hạng OCOP ${stars} sao`}
      className={`shrink-0 ${className}`}
    >
      <path
        d="M9 3.5C22 2 58 2.2 71.5 3.6 76.5 4 77.2 8 77.4 13 78 30 77.8 52 76.6 68 76.2 74 74 76.5 68 76.8 50 77.8 26 77.6 12 76.6 5.5 76.2 3.6 73 3.2 67 2.2 48 2.4 28 3.4 11 3.7 6 5 4 9 3.5Z"
        fill="var(--color-lacquer)"
      />
      <rect
        x="8"
        y="8"
        width="64"
        height="64"
        rx="4"
        fill="none"
        stroke="var(--color-paper)"
        strokeWidth="1.8"
      />
      <text
        x="40"
        y="37"
        textAnchor="middle"
        fontFamily="var(--font-display)"
        fontWeight="600"
        fontSize="21.5"
        fill="var(--color-paper)"
      >
        OCOP
      </text>
      <path d="M16 44h48" stroke="var(--color-paper)" strokeWidth="1.2" />
      {Array.from({ length: stars }, (_, index) => (
        <path
          key={index}
          d={STAR}
          transform={`translate(${first + index * step} 57) scale(1.15)`}
          fill="var(--color-gold)"
        />
      ))}
    </svg>
  )
}
