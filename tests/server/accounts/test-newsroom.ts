import type { Role } from '../../../src/domain/person.ts'
import type { Database } from '../../../src/server/database/open-database.ts'
import { createAccounts } from '../../../src/server/accounts/create-accounts.ts'
import type { Mail, Mailer } from '../../../src/server/accounts/mailer.ts'
import { NEWSROOM_SETTINGS } from '../../../src/domain/newsroom-settings.ts'
import { createApp } from '../../../src/server/http/create-app.ts'
import type { DeskNews } from '../../../src/server/live/desk-hub.ts'
import { memoryHub } from '../../../src/server/live/memory-hub.ts'
import { createLog } from '../../../src/server/log.ts'
import { createMetrics } from '../../../src/server/metrics.ts'
import { SqlStorage } from '../../../src/server/storage/sql-storage.ts'
import { CHEAP } from './cheap-hash.ts'
import { seatPerson } from './seat-person.ts'
import { TestBrowser } from './test-browser.ts'

export const ORIGIN = 'https://desk.example'
export const SECRET = 'a secret of this test, which is long enough to be one: 7f3a91c0'

/** A good password, a different one for each name. */
export const passwordOf = (name: string): string => `${name}: seven herons over the weir`

/** One server of a newsroom, as browsers see its accounts, over any database. Its clock stands still until it is moved. */
export class TestNewsroom {
  readonly database: Database
  readonly log: string[] = []
  readonly news: DeskNews[] = []
  readonly mails: Mail[] = []
  readonly codes: string[] = []
  readonly accounts: ReturnType<typeof createAccounts>
  readonly app: ReturnType<typeof createApp>
  readonly origin: string
  now = new Date('2026-03-02T09:00:00.000Z')

  constructor(database: Database, options: { readonly mail?: Mailer | null; readonly origin?: string } = {}) {
    this.database = database
    const hub = memoryHub()
    hub.listen((news) => this.news.push(news))
    const desk = {
      storage: new SqlStorage(database),
      database,
      hub,
      now: () => this.now,
      seeder: () => 1,
      settings: NEWSROOM_SETTINGS,
      log: createLog('debug', (line) => this.log.push(line)),
    }
    const origin = options.origin ?? ORIGIN
    this.origin = origin
    const own: Mailer = {
      send: async (mail) => {
        this.mails.push(mail)
      },
    }
    const mail = options.mail === undefined ? own : options.mail
    this.accounts = createAccounts(desk, { secret: SECRET, origin, mail, passwordCost: CHEAP })
    this.app = createApp({
      desk,
      routes: this.accounts.routes,
      sessionOf: this.accounts.sessionOf,
      count: async () => null,
      origin,
      metrics: createMetrics(),
      proxies: 0,
      files: null,
    })
  }

  browser(options: { readonly address?: string; readonly userAgent?: string } = {}): TestBrowser {
    return new TestBrowser(this, options)
  }

  move(milliseconds: number): void {
    this.now = new Date(this.now.getTime() + milliseconds)
  }

  /** The code that this server prints at its start; none where there is somebody already. */
  async start(): Promise<string> {
    await this.accounts.whenEmpty((code) => this.codes.push(code))
    return this.codes.at(-1) ?? ''
  }

  /** Somebody of that role, who is signed in in the browser that this answers with, and has the password of `identity`. */
  async seat(name: string, role: Role): Promise<TestBrowser> {
    const browser = this.browser()
    const { email, password } = identity(name)
    const seat = { secret: SECRET, origin: this.origin, now: () => this.now, email, password }
    const userAgent = browser.headers.get('user-agent') ?? ''
    const cookie = await seatPerson(this.database, { ...seat, userAgent }, { id: idOf(name), name, role })
    const [key = '', value = ''] = cookie.split(/=(.*)/s)
    browser.cookies.set(key, value)
    return browser
  }

  /** Waits until what was told at the end of a turn is told. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

export const idOf = (name: string): string => `id-of-${name.toLowerCase()}`

/** Name, address and password of somebody. */
export const identity = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@paper.example`,
  password: passwordOf(name),
})

/** The token in a link's fragment. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1)
