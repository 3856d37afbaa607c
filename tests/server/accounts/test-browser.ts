import type { Person } from '../../../src/domain/person.ts'
import type { TestNewsroom } from './test-newsroom.ts'

export type TestAnswer = {
  readonly status: number
  readonly body: {
    readonly ok: boolean
    readonly value?: unknown
    readonly reason?: string
    readonly message?: string
  }
  readonly headers: Headers
}

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

/** A browser as a server sees one: it keeps cookies, and says where it is and what it is called. */
export class TestBrowser {
  readonly #newsroom: TestNewsroom
  readonly #address: string
  readonly #userAgent: string
  readonly cookies = new Map<string, string>()

  constructor(
    newsroom: TestNewsroom,
    options: { readonly address?: string; readonly userAgent?: string } = {},
  ) {
    this.#newsroom = newsroom
    this.#address = options.address ?? '192.0.2.1'
    this.#userAgent = options.userAgent ?? FIREFOX
  }

  get headers(): Headers {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Headers({ 'user-agent': this.#userAgent, ...(cookie === '' ? {} : { cookie }) })
  }

  /** Asks below /api/accounts. */
  async ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<TestAnswer> {
    const { app } = this.#newsroom
    const origin = this.#newsroom.origin
    const headers = this.headers
    headers.set('origin', origin)
    headers.set('sec-fetch-site', 'same-origin')
    if (body) headers.set('content-type', 'application/json')
    const response = await app.request(
      `${origin}/api/accounts${path}`,
      { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) },
      { incoming: { headers: {}, socket: { remoteAddress: this.#address } } as never },
    )
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return {
      status: response.status,
      body: (await response.json()) as TestAnswer['body'],
      headers: response.headers,
    }
  }

  /** The value of an answer that has to be one. */
  async must(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const answer = await this.ask(method, path, body)
    if (!answer.body.ok) throw new Error(`${method} ${path}: ${answer.status} ${answer.body.message}`)
    return answer.body.value
  }

  /** Who is signed in here, as the server finds out for each request. */
  async person(): Promise<Person | null> {
    return (await this.#newsroom.accounts.sessionOf(this.headers))?.person ?? null
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/;\s*Max-Age=0\b/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
