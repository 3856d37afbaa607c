import type {
  Accounts,
  Backend,
  DeskChange,
  Invitation,
  Member,
  Outcome,
  Refusal,
  Session,
} from '../../src/backends/backend.ts'
import type { Person, Role } from '../../src/domain/person.ts'

type Kept = Member & { readonly password: string }
type Waiting = Omit<Invitation, 'link'>

const SOON = '2026-12-01T10:00:00Z'
export const SET_UP_CODE = 'AAAAA-BBBBB'

const refused = (message: string): Refusal => ({ ok: false, reason: 'not allowed', message })
const done: Outcome<null> = { ok: true, value: null }

/** The accounts of a newsroom as one browser meets them, in memory: what the server does, without a server. */
export class MemoryAccounts implements Accounts {
  readonly #tell: () => void
  readonly #come: (person: Person) => Promise<void>
  readonly people = new Map<string, Kept>()
  readonly waiting = new Map<string, Waiting>()
  readonly resets = new Map<string, string>()
  sessionList: Session[] = []
  /** Who is signed in in this browser. */
  me: string | null = null
  /** The server can't be reached while this is true. */
  isCut = false
  /** Changes of whoever is in that are nowhere but in their tab. */
  unkept = 0
  #made = 0

  /** `come` is told of whoever comes in, before they are. */
  constructor(tell: () => void, come: (person: Person) => Promise<void>) {
    this.#tell = tell
    this.#come = come
  }

  add(person: Person, password: string): void {
    const email = `${person.id}@example.com`
    this.people.set(person.id, { ...person, email, password, isActive: true })
  }

  /** The session of this browser ends, other than by signing out in it. */
  end(): void {
    this.me = null
    this.#tell()
  }

  async gate(): ReturnType<Accounts['gate']> {
    if (this.isCut) return { ok: false, reason: 'storage', message: 'The server can’t be reached.' }
    if (this.people.size === 0) return { ok: true, value: 'not set up' }
    return { ok: true, value: this.me === null ? 'signed out' : 'signed in' }
  }

  async setUp(first: Parameters<Accounts['setUp']>[0]): Promise<Outcome<Person>> {
    if (first.code !== SET_UP_CODE) return refused('This is not the set-up code.')
    return this.#join({ ...first, role: 'chief' })
  }

  async signIn({ email, password }: { email: string; password: string }): Promise<Outcome<Person>> {
    const found = [...this.people.values()].find((person) => person.email === email)
    if (found?.password !== password || !found.isActive)
      return refused('E-mail and password don’t belong together.')
    return this.enter(found)
  }

  async signOut({ loses } = { loses: false }): ReturnType<Accounts['signOut']> {
    if (this.isCut) return refused('The server can’t be reached.')
    if (this.unkept > 0 && !loses) {
      return { ok: false, reason: 'storage', message: 'It would be lost.', unkept: this.unkept }
    }
    this.me = null
    return done
  }

  async invitation(token: string): ReturnType<Accounts['invitation']> {
    const found = this.waiting.get(token)
    return found ? { ok: true, value: { ...found, by: 'Ida Berg' } } : refused('This invitation was used.')
  }

  async accept(answer: { token: string; name: string; password: string }): Promise<Outcome<Person>> {
    const found = this.waiting.get(answer.token)
    if (!found) return refused('This invitation was used.')
    this.waiting.delete(answer.token)
    return this.#join({ ...found, name: answer.name, password: answer.password })
  }

  async changeName(name: string): Promise<Outcome<Person>> {
    const me = this.people.get(this.me ?? '')
    if (!me) return refused('You are not signed in.')
    this.people.set(me.id, { ...me, name })
    this.#tell()
    return this.enter({ ...me, name })
  }

  async changePassword({ current, next }: { current: string; next: string }): Promise<Outcome<null>> {
    const me = this.people.get(this.me ?? '')
    if (me?.password !== current) return refused('This is not your password.')
    this.people.set(me.id, { ...me, password: next })
    this.sessionList = this.sessionList.filter(({ isThis }) => isThis)
    return done
  }

  askReset = async (): Promise<Outcome<null>> => done

  async reset({ token, password }: { token: string; password: string }): Promise<Outcome<null>> {
    const person = this.people.get(this.resets.get(token) ?? '')
    if (!person) return refused('This link was used.')
    this.resets.delete(token)
    this.people.set(person.id, { ...person, password })
    return done
  }

  sessions = async (): Promise<Outcome<readonly Session[]>> => ({ ok: true, value: this.sessionList })

  async endSession(id: string): Promise<Outcome<null>> {
    this.sessionList = this.sessionList.filter((session) => session.id !== id)
    return done
  }

  members = async (): Promise<Outcome<readonly Member[]>> => ({ ok: true, value: [...this.people.values()] })

  async invite(who: { name: string; email: string; role: Role }): ReturnType<Accounts['invite']> {
    if ([...this.people.values()].some(({ email }) => email === who.email))
      return refused('This address has an account.')
    const id = this.#id()
    this.waiting.set(id, { id, ...who, expiresAt: SOON })
    return { ok: true, value: { id, ...who, link: `https://desk/invitation#${id}`, expiresAt: SOON } }
  }

  async invitations(): ReturnType<Accounts['invitations']> {
    return { ok: true, value: [...this.waiting.values()] }
  }

  async revoke(id: string): Promise<Outcome<null>> {
    this.waiting.delete(id)
    return done
  }

  setRole = (id: string, role: Role): Promise<Outcome<null>> => this.#change(id, { role })

  setActive = (id: string, isActive: boolean): Promise<Outcome<null>> => this.#change(id, { isActive })

  async resetLink(person: string): ReturnType<Accounts['resetLink']> {
    const token = this.#id()
    this.resets.set(token, person)
    return { ok: true, value: { link: `https://desk/reset#${token}`, expiresAt: SOON } }
  }

  #id = (): string => `made-${(this.#made += 1)}`

  async #change(id: string, part: Partial<Kept>): Promise<Outcome<null>> {
    const person = this.people.get(id)
    if (!person) return refused('There is no such person.')
    if (person.role === 'chief' && this.#chiefs().length === 1) return refused('The last chief stays one.')
    this.people.set(id, { ...person, ...part })
    return done
  }

  #chiefs = (): Kept[] =>
    [...this.people.values()].filter(({ role, isActive }) => role === 'chief' && isActive)

  #join(who: { name: string; email: string; role: Role; password: string }): Promise<Outcome<Person>> {
    const { name, email, role, password } = who
    const person = { id: this.#id(), name, email, role, password, isActive: true }
    this.people.set(person.id, person)
    return this.enter(person)
  }

  /** Signs somebody in in this browser, without a password. */
  async enter({ id, name, role }: Person): Promise<Outcome<Person>> {
    await this.#come({ id, name, role })
    this.me = id
    return { ok: true, value: { id, name, role } }
  }
}

/** A desk of a newsroom: the rules and the storage of another backend, with accounts before it. */
export function newsroomBackend(under: Backend): {
  readonly backend: Backend
  readonly accounts: MemoryAccounts
  readonly link: { isUp: boolean; unsent: number; change(to: { isUp?: boolean; unsent?: number }): void }
} {
  const watchers = new Set<(change: DeskChange) => void>()
  const followers = new Set<() => void>()
  const accounts = new MemoryAccounts(
    () => {
      for (const watcher of watchers) watcher({ ids: [] })
    },
    async (person) => {
      await under.savePerson(person)
      await under.become(person.id)
    },
  )
  const link = {
    isUp: true,
    unsent: 0,
    subscribe(listener: () => void) {
      followers.add(listener)
      return () => followers.delete(listener)
    },
    change(to: { isUp?: boolean; unsent?: number }) {
      Object.assign(link, to)
      for (const follower of followers) follower()
    },
  }
  const own: Partial<Backend> = {
    accounts,
    link,
    capabilities: { kind: 'server', managePeople: false, presence: false },
    async me() {
      const person = accounts.people.get(accounts.me ?? '')
      if (!person) return null
      const { id, name, role } = person
      return { id, name, role }
    },
    watch(listener) {
      watchers.add(listener)
      const unwatch = under.watch(listener)
      return () => {
        watchers.delete(listener)
        unwatch()
      }
    },
  }
  const backend = new Proxy(under, {
    get(target, name) {
      if (name in own) return own[name as keyof Backend]
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { backend, accounts, link }
}
