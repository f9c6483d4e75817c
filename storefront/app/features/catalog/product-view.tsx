import { Link } from "@remix-run/react"
import { GROUPS } from "@ocop/backend/contracts/group"
import { ENTITY_TYPES } from "@ocop/backend/contracts/producer"
import { Breadcrumb } from "#app/components/ui/breadcrumb"
import { Notice } from "#app/components/ui/notice"
import { SampleNote } from "#app/components/ui/sample-note"
import { Section } from "#app/components/ui/section"
import { CertificateSummary } from "#app/features/certificate/certificate-summary"
import { RecognitionHistory } from "#app/features/certificate/recognition-history"
import { bareName } from "@ocop/backend/contracts/place-name"
import { paths } from "#app/lib/paths"
import { BuyBox } from "./buy-box"
import { FactTable } from "./fact-table"
import { PointList } from "./point-list"
import { ProductGallery } from "./product-gallery"
import { ProductGrid } from "./product-grid"
import { type ProductPage } from "./product.server"

export function ProductView({ product }: { product: ProductPage }) {
  const group = GROUPS[product.group]
  return (
    <div data-group={product.group} className="page-width">
      <div className="py-2">
        <Breadcrumb
          items={[
            { label: "Sản phẩm", href: paths.catalog() },
            { label: group.short, href: paths.catalog({ group: product.group }) },
            { label: product.title },
          ]}
        />
      </div>
      <div className="grid gap-6 lg:grid-cols-2 lg:gap-12">
        <div className="max-sm:-mx-4 lg:sticky lg:top-6 lg:self-start">
          <ProductGallery pictures={product.pictures} />
        </div>
        <div className="grid content-start gap-5">
          <header>
            <p className="font-semibold text-group-deep">{group.label}</p>
            <h1 className="title-1 mt-1">{product.title}</h1>
            {product.subtitle ? <p className="mt-1 text-lg">{product.subtitle}</p> : null}
            <p className="mt-2">
              <span className="text-ink-soft">
                {ENTITY_TYPES[product.producer.entityType].label}:{" "}
              </span>
              <Link
                to={paths.producer(product.producer.handle)}
                prefetch="intent"
                className="link font-semibold"
              >
                {product.producer.name}
              </Link>
            </p>
          </header>
          <BuyBox product={product} />
          {product.certificate ? (
            <CertificateSummary certificate={product.certificate} />
          ) : (
            <Notice>Sản phẩm chưa có giấy chứng nhận OCOP.</Notice>
          )}
          <Origin product={product} />
          {product.sample ? <SampleNote /> : null}
        </div>
      </div>

      <div className="lg:grid lg:grid-cols-2 lg:gap-x-12">
        <Section title="Về sản phẩm">
          <div className="prose-vi mb-6 whitespace-pre-line">{product.description}</div>
          <FactTable facts={product.facts} />
        </Section>
        <Section title="Mua trực tiếp tại điểm OCOP">
          <PointList points={product.points} />
        </Section>
        {product.producer.story ? (
          <Section
            title="Người làm ra"
            more={{ label: "Trang chủ thể", to: paths.producer(product.producer.handle) }}
          >
            <h3 className="title-3">{product.producer.name}</h3>
            <div className="prose-vi mt-2 whitespace-pre-line">
              {product.producer.story}
            </div>
          </Section>
        ) : null}
        {product.history.length > 0 ? (
          <Section title="Các lần công nhận">
            <RecognitionHistory history={product.history} />
          </Section>
        ) : null}
      </div>

      {product.related.length > 0 ? (
        <Section
          title="Cùng nhóm sản phẩm"
          more={{
            label: `Tất cả ${group.short.toLocaleLowerCase("vi")}`,
            to: paths.catalog({ group: product.group }),
          }}
        >
          <ProductGrid products={product.related} />
        </Section>
      ) : null}
    </div>
  )
}

/** Where it is from: as certified, if it is, and what the place is called today. */
function Origin({ product }: { product: ProductPage }) {
  const { originAsCertified, originToday, district } = product
  if (originAsCertified === null) return null
  return (
    <section aria-label="Nơi sản xuất">
      <h2 className="title-3">Nơi sản xuất</h2>
      <dl className="mt-1 grid gap-1">
        <div>
          <dt className="sr-only">
            {product.certificate ? "Theo giấy chứng nhận" : "Nơi làm ra"}
          </dt>
          <dd>{originAsCertified}</dd>
        </div>
        {originToday ? (
          <div className="text-ink-soft">
            <dt className="inline">Nay là: </dt>
            <dd className="inline">{originToday}</dd>
          </div>
        ) : null}
      </dl>
      {district ? (
        <Link
          to={paths.place(district.slug)}
          prefetch="intent"
          className="link mt-1 inline-flex min-h-11 items-center"
        >
          Sản phẩm khác từ {bareName(district.name)}
        </Link>
      ) : null}
    </section>
  )
}
