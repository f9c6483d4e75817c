/** Structured data for search engines, safe to stand inside a <script> element. */

export type JsonLd = { "@context"?: "https://schema.org"; "@type": string } & Record<
  string,
  unknown
>

const ESCAPES: Record<string, string> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
}

/** JSON in which no text can end the element or be taken for markup. */
export const jsonLdText = (value: JsonLd): string =>
  JSON.stringify({ "@context": "https://schema.org", ...value }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => ESCAPES[character] ?? "",
  )
