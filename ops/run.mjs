/**
 * The door of every `npm run` command: plain Node, so that it works before anything is installed.
 * Installs what is missing, then hands over to ops/commands/<name>.ts.
 */
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const LOCK = path.join(ROOT, "package-lock.json")
const MODULES = path.join(ROOT, "node_modules")
const STAMP = path.join(MODULES, ".ocop-lock")
const OLDEST_NODE = [20, 19]

function fail(message) {
  process.stderr.write(`\n✗ ${message}\n`)
  process.exit(1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number)
  const old =
    major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])
  if (old) {
    fail(
      `Cần Node.js ${OLDEST_NODE.join(".")} trở lên, máy này đang có ${process.versions.node} ` +
        `(${process.execPath}).`,
    )
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"))
  } catch {
    return null
  }
}

/** True when what npm says it installed is what the lock file asks for. */
function installedMatchesLock() {
  const wanted = readJson(LOCK)?.packages
  const installed = readJson(path.join(MODULES, ".package-lock.json"))?.packages
  if (!wanted || !installed) return false
  return Object.entries(wanted).every(([where, entry]) => {
    if (!where.includes("node_modules/") || entry.link || entry.optional || entry.peer)
      return true
    return (
      installed[where]?.version === entry.version && existsSync(path.join(ROOT, where))
    )
  })
}

function npm(args) {
  const cli = process.env.npm_execpath
  const [command, first] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []]
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: ["ignore", 2, 2] })
}

function install() {
  const hash = createHash("sha256").update(readFileSync(LOCK)).digest("hex")
  const stamp = existsSync(STAMP) ? readFileSync(STAMP, "utf8").trim() : ""
  if (stamp === hash) return
  if (!installedMatchesLock()) {
    const started = Date.now()
    process.stderr.write(
      "• Cài các gói npm theo package-lock.json (lần đầu khoảng 1–2 phút)…\n",
    )
    const args = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"]
    // Once more: a registry that hiccups on one of 1,600 packages is the common failure.
    if (npm(args).status !== 0 && npm(args).status !== 0) {
      fail(
        "Không cài được các gói npm (`npm ci` thất bại, xem dòng lỗi ở trên). " +
          "Kiểm tra mạng, dung lượng đĩa và quyền ghi thư mục node_modules rồi chạy lại.",
      )
    }
    const seconds = Math.round((Date.now() - started) / 1000)
    process.stderr.write(`✓ Đã cài các gói npm (${seconds} s)\n`)
  }
  writeFileSync(STAMP, `${hash}\n`)
}

function run(name, args) {
  const command = path.join(ROOT, "ops", "commands", `${name}.ts`)
  if (!existsSync(command))
    fail(`Không có lệnh «${name}» (thiếu tệp ops/commands/${name}.ts).`)
  const tsx = pathToFileURL(path.join(MODULES, "tsx", "dist", "loader.mjs")).href
  const child = spawn(process.execPath, ["--import", tsx, command, ...args], {
    cwd: ROOT,
    // npm's name for where the person stands: a file named on the command line is meant from there.
    env: { INIT_CWD: process.cwd(), ...process.env },
    // The channel tells the command that this process is gone, even after kill -9.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  })
  const forward = (signal) => child.kill(signal)
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, forward)
  child.on("error", (error) => fail(`Không chạy được lệnh «${name}»: ${error.message}`))
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

checkNode()
const [name, ...args] = process.argv.slice(2)
if (!name || !/^[a-z-]+$/.test(name))
  fail("Cách dùng: node ops/run.mjs <lệnh> [tham số…]")
install()
run(name, args)
