import { allHandles } from "#app/features/catalog/all-handles.server"
import { listPlaces } from "#app/features/place/place.server"
import { POLICIES } from "#app/features/policy/policies"
import { listProducers } from "#app/features/producer/producer.server"
import { listShowrooms } from "#app/features/showroom/showroom.server"
import { cached } from "#app/lib/cached.server"
import { env } from "#app/lib/env.server"
import { orUnavailable } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { sitemapXml } from "#app/lib/sitemap"

const TEN_MINUTES = 10 * 60 * 1000

const sitemap = cached(async () => {
  const [products, producers, showrooms, places] = await Promise.all([
    allHandles(),
    listProducers(),
    listShowrooms(),
    listPlaces(),
  ])
  const xml = sitemapXml(env().STORE_URL, [
    paths.home(),
    paths.catalog(),
    ...products.map(paths.product),
    paths.producers(),
    ...producers.map(({ handle }) => paths.producer(handle)),
    paths.places(),
    // Places with nothing to show are left out.
    ...[...places.districts, ...places.communes]
      .filter(({ product_count }) => product_count > 0)
      .map(({ slug }) => paths.place(slug)),
    paths.showrooms(),
    ...showrooms.map(({ handle }) => paths.showroom(handle)),
    paths.certificateCheck(),
    paths.figures(),
    ...POLICIES.map(({ slug }) => paths.policy(slug)),
  ])
  return { xml }
}, TEN_MINUTES)

export async function loader() {
  const { xml } = await sitemap().catch(orUnavailable())
  return new Response(xml, {
    headers: {
      "Content-Type": "application/xml; charset=utf-8",
      "Cache-Control": "public, max-age=3600",
    },
  })
}
