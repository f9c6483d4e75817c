/** Product, Offer and Breadcrumb for search engines. */
import { GROUPS } from "@ocop/backend/contracts/group"
import { type JsonLd } from "#app/lib/json-ld"
import { paths } from "#app/lib/paths"
import { type ProductPage } from "./product.server"

export function productJsonLd(product: ProductPage, origin: string): JsonLd[] {
  const url = origin + paths.product(product.handle)
  const stock = (inStock: boolean) =>
    `https://schema.org/${inStock ? "InStock" : "OutOfStock"}`
  return [
    {
      "@type": "Product",
      name: product.title,
      description: product.description,
      url,
      category: GROUPS[product.group].label,
      brand: { "@type": "Brand", name: product.producer.name },
      ...(product.pictures.length > 0 && {
        image: product.pictures.map(
          ({ base, widths, width }) => `${origin}${base}-${widths.at(-1) ?? width}.webp`,
        ),
      }),
      // The star is a public certificate with an end; it is no rating by buyers.
      ...(product.stars > 0 &&
        product.certificate && {
          hasCertification: {
            "@type": "Certification",
            name: `OCOP ${product.stars} sao`,
            certificationIdentification: product.certificate.number,
            issuedBy: { "@type": "Organization", name: product.certificate.issuer },
            validFrom: product.certificate.decision_date,
            expires: product.certificate.expires_on,
            url: origin + paths.certificate(product.certificate.number),
          },
        }),
      offers: product.variants.map((variant) => ({
        "@type": "Offer",
        name: variant.title,
        sku: variant.sku ?? undefined,
        price: variant.price,
        priceCurrency: "VND",
        availability: product.soldOnline
          ? stock(variant.availability !== "out")
          : "https://schema.org/InStoreOnly",
        url,
      })),
    },
    {
      "@type": "BreadcrumbList",
      itemListElement: [
        { name: "Sản phẩm", item: origin + paths.catalog() },
        {
          name: GROUPS[product.group].short,
          item: origin + paths.catalog({ group: product.group }),
        },
        { name: product.title, item: url },
      ].map((entry, index) => ({ "@type": "ListItem", position: index + 1, ...entry })),
    },
  ]
}
