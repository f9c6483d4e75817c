/** GET /thanh-toan/xa-phuong?tinh=48: the communes of a province, for the form's second list. */
import { type LoaderFunctionArgs } from "@remix-run/node"
import { listCommunes } from "#app/features/checkout/address.server"

export async function loader({ request }: LoaderFunctionArgs) {
  const province = new URL(request.url).searchParams.get("tinh") ?? ""
  try {
    const units = await listCommunes(province)
    return Response.json(
      { units },
      { headers: { "Cache-Control": "public, max-age=3600" } },
    )
  } catch {
    return Response.json(
      {
        code: "unavailable",
        message: "Chưa tải được danh sách xã, phường. Hãy thử lại.",
      },
      { status: 503, headers: { "Cache-Control": "no-store" } },
    )
  }
}
