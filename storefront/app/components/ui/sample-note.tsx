/** Stands wherever a record was invented for the demonstration. */
export function SampleNote() {
  return (
    <p className="rounded-md border border-dashed border-ink-soft px-3 py-2 text-sm text-ink-soft">
      Dữ liệu mẫu để trình diễn: nội dung này được dựng cho bản dùng thử, không phải hồ sơ
      thật.
    </p>
  )
}
