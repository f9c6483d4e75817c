/** `npm start`: everything, as in production, on this machine. */
import { accountLines, accountsFile } from "../accounts"
import { readSettings } from "../env"
import { main, say } from "../lib/say"
import { withStack, type Stack } from "../stack"

function announce({ settings, isFirstRun }: Stack): void {
  say("")
  say(`Cửa hàng   ${settings.storeUrl}`)
  say(`Quản trị   ${settings.backendUrl}/app`)
  const accounts = accountLines(settings.dataDir)
  if (isFirstRun && accounts.length > 0) {
    say("")
    say("Tài khoản dùng thử, mật khẩu ngẫu nhiên, chỉ hiện một lần:")
    for (const line of accounts) say(`  ${line}`)
  }
  if (accounts.length > 0) say(`Tài khoản  ${accountsFile(settings.dataDir)}`)
  say(`Nhật ký    ${settings.dataDir}/logs`)
  say("Ctrl-C để dừng tất cả")
}

await main(async () => {
  const settings = readSettings(process.env)
  return withStack(
    {
      command: "start",
      settings,
      mode: "production",
      superviseServices: true,
      codeWhenAsked: 0,
    },
    async (stack, ended) => {
      announce(stack)
      await ended
      return 0
    },
  )
})
