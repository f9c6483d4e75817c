/**
 * A visitor without JavaScript, over plain HTTP: keeps cookies, reads pages, fills in the forms
 * it finds there. Nothing is followed behind its back: redirects are answers.
 */
import { load, type CheerioAPI } from "cheerio"
import { CookieJar } from "tough-cookie"
import { Agent, fetch, type Headers } from "undici"
import { env } from "./env"

export type Page = {
  status: number
  headers: Headers
  /** The body as it was sent, decoded from UTF-8. */
  body: string
  /** The Set-Cookie lines of the answer. */
  setCookies: string[]
  /** Where a redirect leads, as a path of this shop; null when it is none. */
  location: string | null
  $: CheerioAPI
}

export type Fields = Record<string, string>

type Init = { method?: string; body?: string; headers?: Fields }

export class Visitor {
  readonly #jar = new CookieJar()
  readonly #dispatcher: Agent

  /** @param ip a loopback address to come from; by default one that no other visitor has. */
  constructor(ip = nextAddress()) {
    this.#dispatcher = new Agent({ localAddress: ip })
  }

  async request(path: string, init: Init = {}): Promise<Page> {
    const url = new URL(path, env.STORE_URL)
    const cookie = await this.#jar.getCookieString(url.href)
    const response = await fetch(url, {
      redirect: "manual",
      dispatcher: this.#dispatcher,
      ...init,
      headers: { accept: "text/html", ...(cookie && { cookie }), ...init.headers },
    })
    const setCookies = response.headers.getSetCookie()
    for (const line of setCookies) await this.#jar.setCookie(line, url.href)
    const body = await response.text()
    const location = response.headers.get("location")
    return {
      status: response.status,
      headers: response.headers,
      setCookies,
      body,
      location: location && pathOf(new URL(location, url)),
      $: load(body),
    }
  }

  get(path: string, headers: Fields = {}): Promise<Page> {
    return this.request(path, { headers })
  }

  /** Posts a form as a browser on a page of the shop would. */
  post(path: string, fields: Fields, headers: Fields = {}): Promise<Page> {
    return this.request(path, {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: env.STORE_URL,
        "sec-fetch-site": "same-origin",
        ...headers,
      },
    })
  }

  /** Posts, then follows redirects with GET, as a browser does. */
  async submit(path: string, fields: Fields): Promise<Page> {
    let page = await this.post(path, fields)
    for (let hops = 0; page.location !== null && hops < 5; hops += 1)
      page = await this.get(page.location)
    return page
  }
}

let addresses = 0
/** The whole of 127/8 is this machine, so that visitors share no limit counted per address. */
function nextAddress(): string {
  addresses += 1
  return `127.${100 + (process.pid % 100)}.${addresses >> 8}.${addresses & 255 || 1}`
}

const pathOf = (url: URL): string =>
  url.origin === new URL(env.STORE_URL).origin ? url.pathname + url.search : url.href
