import { notFound } from "#app/lib/http.server"

/** Every address that is in no other route. The page itself is the root's error boundary. */
export const loader = () => {
  throw notFound()
}

export default function NotFound() {
  return null
}
