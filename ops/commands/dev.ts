/** `npm run dev`: the same services, with backend and storefront reloading on change. */
import { accountsFile } from "../accounts"
import { readSettings } from "../env"
import { main, say } from "../lib/say"
import { withStack } from "../stack"

await main(async () => {
  const settings = readSettings(process.env)
  return withStack(
    {
      command: "dev",
      settings,
      mode: "development",
      superviseServices: true,
      codeWhenAsked: 0,
    },
    async (_, ended) => {
      say(`Cửa hàng   ${settings.storeUrl}`)
      say(
        `Quản trị   ${settings.backendUrl}/app (tài khoản: ${accountsFile(settings.dataDir)})`,
      )
      say(`Nhật ký    ${settings.dataDir}/logs/backend.log, storefront.log`)
      say("Sửa mã nguồn là trang tự tải lại; Ctrl-C để dừng tất cả")
      await ended
      return 0
    },
  )
})
