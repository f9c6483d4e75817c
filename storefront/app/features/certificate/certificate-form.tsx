import { Form } from "@remix-run/react"
import { Button } from "#app/components/ui/button"
import { TextField } from "#app/components/ui/field"
import { paths } from "#app/lib/paths"

/** A GET form: the answer has an address of its own that can be passed on. */
export function CertificateForm({
  number = "",
  error,
}: {
  number?: string
  error?: string
}) {
  return (
    <Form
      action={paths.certificateCheck()}
      className="grid max-w-xl items-end gap-4 rounded-card bg-sand p-5 sm:grid-cols-[1fr_auto]"
    >
      <TextField
        label="Số giấy chứng nhận"
        name="so"
        defaultValue={number}
        error={error}
        maxLength={120}
        autoComplete="off"
        required
      />
      <Button>Kiểm tra</Button>
    </Form>
  )
}
