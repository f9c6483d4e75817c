import { Link } from "@remix-run/react"
import { Notice } from "#app/components/ui/notice"

/** Says how the words were taken, and offers to take them as they stand. */
export function ReadingNotice({
  typed,
  reading,
}: {
  typed: string
  reading: {
    kind: "as-typed" | "typing" | "filler" | "spelling"
    text: string
    phrases: string[]
    literal: string
  }
}) {
  const { kind, text, phrases, literal } = reading
  return (
    <Notice>
      <p>
        {kind === "spelling" ? (
          <>
            Không có kết quả cho “{typed}”. Đang hiện kết quả cho{" "}
            <strong>“{text}”</strong>.{" "}
          </>
        ) : null}
        {kind === "typing" ? (
          <>
            Đã hiểu “{typed}” là <strong>“{text}”</strong>.{" "}
          </>
        ) : null}
        {kind === "filler" && text !== "" ? (
          <>
            Đang hiện kết quả cho <strong>“{text}”</strong>.{" "}
          </>
        ) : null}
        {phrases.length > 0 ? (
          <>Đã dùng {phrases.map((phrase) => `“${phrase}”`).join(", ")} làm bộ lọc. </>
        ) : null}
        <Link to={literal} className="link inline-block py-1">
          Tìm đúng từng chữ “{typed}”
        </Link>
      </p>
    </Notice>
  )
}

/** The words were found, but nothing is called so: perhaps another spelling was meant. */
export function OtherSpelling({
  help,
}: {
  help: readonly { text: string; total: number; href: string }[]
}) {
  return (
    <p>
      Có phải bạn muốn tìm{" "}
      {help.map(({ text, total, href }) => (
        <Link key={text} to={href} className="link inline-block py-1 font-semibold">
          {text} ({total} sản phẩm)
        </Link>
      ))}
      ?
    </p>
  )
}
