import { jsonLdText, type JsonLd as Value } from "#app/lib/json-ld"

/** A data block: it is never executed, so the content security policy does not concern it. */
export function JsonLd({ value }: { value: Value }) {
  return (
    <script
      type="application/ld+json"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: jsonLdText(value) }}
    />
  )
}
