/** Centres of places → positions on the schematic map. */

export type Located = { latitude: number | null; longitude: number | null }
export type MapPoint = { x: number; y: number }

/** The former province (107°12' to 108°45' east, 14°57' to 16°04' north) with a narrow margin. */
const WEST = 107.2
const EAST = 108.78
const NORTH = 16.08
const SOUTH = 14.93
/** Units of the drawing. Higher than the land is, for the names under the discs. */
export const MAP_WIDTH = 540
export const MAP_HEIGHT = 480

/** Position in the map's own units; null where the place has no centre. */
export function mapPoint({ latitude, longitude }: Located): MapPoint | null {
  if (latitude === null || longitude === null) return null
  return {
    x: ((longitude - WEST) / (EAST - WEST)) * MAP_WIDTH,
    y: ((NORTH - latitude) / (NORTH - SOUTH)) * MAP_HEIGHT,
  }
}

/** The middle of several places; null when none of them has a centre. */
export function middle(places: readonly Located[]): MapPoint | null {
  const points = places.map(mapPoint).filter((point) => point !== null)
  if (points.length === 0) return null
  const mean = (axis: "x" | "y") =>
    points.reduce((sum, point) => sum + point[axis], 0) / points.length
  return { x: mean("x"), y: mean("y") }
}

/** The room one disc with its name needs: half an ellipse's width and height, twice. */
const ROOM = { x: 112, y: 76 }
const ROUNDS = 400

/**
 * Moves crowded points apart until each has room for its name, so that the small districts of
 * the coast can be read; what lies north or west of another stays there. The map is a scheme.
 */
export function spread(points: readonly MapPoint[]): MapPoint[] {
  const moved = points.map((point) => ({ ...point }))
  for (let round = 0; round < ROUNDS; round += 1) {
    moved.forEach((one, index) => {
      for (const other of moved.slice(index + 1)) pushApart(one, other)
    })
    for (const point of moved) {
      point.x = Math.min(Math.max(point.x, ROOM.x / 2), MAP_WIDTH - ROOM.x / 2)
      point.y = Math.min(Math.max(point.y, ROOM.y / 2), MAP_HEIGHT - ROOM.y / 2)
    }
  }
  return moved.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
}

function pushApart(one: MapPoint, other: MapPoint): void {
  const dx = (other.x - one.x) / ROOM.x || 0.01
  const dy = (other.y - one.y) / ROOM.y
  const distance = Math.hypot(dx, dy)
  if (distance >= 1) return
  const push = ((1 - distance) / distance) * 0.25
  one.x -= dx * push * ROOM.x
  one.y -= dy * push * ROOM.y
  other.x += dx * push * ROOM.x
  other.y += dy * push * ROOM.y
}

/** Area of a district's disc grows with its products; radius in the map's units. */
export const discRadius = (products: number): number =>
  products === 0 ? 6 : Math.round(9 + 2.6 * Math.sqrt(products))
