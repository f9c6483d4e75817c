/** PostgreSQL refuses to run as root: which user it runs as instead. */
import { execFileSync, spawnSync } from "node:child_process"
import { existsSync, statSync } from "node:fs"

import { OperatorError } from "../lib/say"

export type UnixUser = { uid: number; gid: number }

function lookUp(name: string): UnixUser | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }))
    return { uid: id("-u"), gid: id("-g") }
  } catch {
    return null
  }
}

function create(name: string): UnixUser | null {
  // Debian and Red Hat know useradd, Alpine (BusyBox) adduser.
  const made =
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", name])
      .status === 0 || spawnSync("adduser", ["-S", "-D", "-H", name]).status === 0
  return made ? lookUp(name) : null
}

/**
 * Null when we are not root: the server then runs as ourselves. As root: the owner of the data if
 * it exists, so that a later start never needs to change owners; else the system's `postgres` user,
 * made when there is none; else `nobody`.
 */
export function serverUser(existingData: string | null): UnixUser | null {
  if (process.getuid?.() !== 0) return null
  if (existingData && existsSync(existingData)) {
    const owner = statSync(existingData)
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const user = lookUp("postgres") ?? create("postgres") ?? lookUp("nobody")
  if (!user) {
    throw new OperatorError(
      "PostgreSQL không chạy được bằng quyền root và máy này không tạo được người dùng «postgres». " +
        "Hãy chạy lại bằng một người dùng thường, hoặc đặt DATABASE_URL.",
    )
  }
  return user
}

/** True when that user can do `test <flag> <path>`; asked of the system, which knows ACLs and mounts. */
export function userCan(user: UnixUser | null, flag: "-r" | "-x", path: string): boolean {
  return (
    spawnSync("/bin/sh", ["-c", `test ${flag} "$1"`, "sh", path], { ...user }).status ===
    0
  )
}
