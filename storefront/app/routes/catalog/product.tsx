import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useLoaderData, useRouteLoaderData } from "@remix-run/react"
import { formatVnd } from "@ocop/backend/contracts/money"
import { JsonLd } from "#app/components/json-ld"
import { ProductView } from "#app/features/catalog/product-view"
import { productJsonLd } from "#app/features/catalog/product-json-ld"
import { productPage } from "#app/features/catalog/product.server"
import { orUnavailable, publicPage } from "#app/lib/http.server"
import { paths } from "#app/lib/paths"
import { pageMeta } from "#app/lib/seo"
import { type loader as rootLoader } from "#app/root"

export async function loader({ params }: LoaderFunctionArgs) {
  return publicPage(await productPage(params["handle"] ?? "").catch(orUnavailable()))
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return []
  const [picture] = data.pictures
  const stars = data.stars > 0 ? `, hạng OCOP ${data.stars} sao` : ""
  const width = picture?.widths.at(-1)
  return pageMeta(matches, {
    title: data.title,
    description:
      `${data.title} của ${data.producer.name}${stars}, giá từ ${formatVnd(data.price)}. ${data.description}`.slice(
        0,
        160,
      ),
    path: paths.product(data.handle),
    image: picture && width ? `${picture.base}-${width}.webp` : undefined,
  })
}

export default function Product() {
  const product = useLoaderData<typeof loader>()
  const origin = useRouteLoaderData<typeof rootLoader>("root")?.origin ?? ""
  return (
    <>
      {productJsonLd(product, origin).map((value) => (
        <JsonLd key={value["@type"]} value={value} />
      ))}
      <ProductView product={product} />
    </>
  )
}
