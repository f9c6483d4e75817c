import { Link } from "@remix-run/react"
import { paths } from "#app/lib/paths"
import { MAP_HEIGHT, MAP_WIDTH } from "./map-points"
import { type PlacesView } from "./places-view"

type MapDistrict = Pick<
  PlacesView["districts"][number],
  "name" | "slug" | "mountain" | "products" | "radius" | "centre"
>

/** Without positions there is nothing to draw. */
export const hasPositions = (
  districts: readonly Pick<MapDistrict, "centre">[],
): boolean => districts.some(({ centre }) => centre !== null)

/**
 * A schematic map, drawn by the server: a disc for every former district, larger with more
 * products. The list beside it says the same, so the drawing is hidden from assistive technology
 * and its links are out of the tab order.
 */
export function ProvinceMap({ districts }: { districts: readonly MapDistrict[] }) {
  return (
    <svg
      viewBox={`-14 -30 ${MAP_WIDTH + 70} ${MAP_HEIGHT + 60}`}
      aria-hidden="true"
      focusable="false"
      className="h-auto w-full rounded-card bg-river-tint"
    >
      <Land />
      {districts.map(({ name, slug, centre, radius, mountain, products }) =>
        centre === null ? null : (
          <Link key={slug} to={paths.place(slug)} tabIndex={-1} className="group">
            <circle
              cx={centre.x}
              cy={centre.y - 8}
              r={radius}
              fill={mountain ? "var(--color-forest)" : "var(--color-lacquer)"}
              stroke="var(--color-paper)"
              strokeWidth="2.5"
              className="transition-opacity group-hover:opacity-80"
            />
            <text
              x={centre.x}
              y={centre.y - 2.5}
              textAnchor="middle"
              fontSize="15"
              fontWeight="600"
              fill="var(--color-surface)"
            >
              {products > 0 ? products : ""}
            </text>
            <text
              x={centre.x}
              y={centre.y + radius + 9}
              textAnchor="middle"
              fontSize="17.5"
              fontWeight="600"
              fill="var(--color-ink)"
              stroke="var(--color-paper)"
              strokeWidth="4"
              strokeLinejoin="round"
              paintOrder="stroke"
              className="group-hover:underline"
            >
              {name}
            </text>
          </Link>
        ),
      )}
    </svg>
  )
}

/** Mountains in the west, the Thu Bồn in the middle, the sea in the east; nothing to scale. */
function Land() {
  return (
    <g transform="scale(.85 1)">
      <path
        d="M-20-40H520C560 0 590 30 606 80C626 150 650 220 668 300C680 360 690 420 712 540H-20Z"
        fill="var(--color-paper)"
      />
      <path
        d="M-20 540V150C40 120 60 70 110 60C150 50 160 100 200 110C250 120 270 180 300 230C330 280 320 330 360 360C400 390 400 460 440 540Z"
        fill="var(--color-forest-tint)"
      />
      <path
        d="M180 470C230 430 190 380 240 340C290 300 270 250 320 220C370 190 400 130 470 120C520 112 560 100 612 96"
        fill="none"
        stroke="var(--color-river)"
        strokeOpacity=".35"
        strokeWidth="7"
        strokeLinecap="round"
      />
      <text
        x="650"
        y="34"
        textAnchor="middle"
        fontSize="15"
        fontStyle="italic"
        fill="var(--color-river-deep)"
      >
        Biển Đông
      </text>
    </g>
  )
}
