import type { Accounts, Backend, Outcome } from '../backends/backend.ts'
import { ROLE_NAMES } from '../domain/person.ts'
import { asked } from './asked.ts'
import type { AccountForm, AccountsState, AccountTask } from './accounts-state.ts'
import { BLANK_ACCOUNTS } from './accounts-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { Sessions } from './session-effects.ts'

type Tell = (tone: 'done' | 'problem', text: string) => void

/** How people come in and out of this tab. */
export type AccountEffects = {
  perform(task: AccountTask): Promise<void>
  /** Asks what has to be done before there is a desk, and where nothing has, who works here. */
  start(): Promise<void>
  stop(): void
}

/**
 * Keeps the gate as the server says it is. A session that ends meanwhile changes nothing else: what is open stays open
 * beneath the sign-in page, and is opened anew for whoever comes in.
 * `leave` begins the page anew, so that nothing is left in it of whoever has signed out.
 */
export function createAccountEffects(
  store: DeskStore,
  backend: Backend,
  accounts: Accounts,
  { sessions, tell, leave }: { readonly sessions: Sessions; readonly tell: Tell; readonly leave: () => void },
): AccountEffects {
  const change = (part: Partial<AccountsState>): void =>
    store.setState(({ accounts: now }) => ({ accounts: { ...(now ?? BLANK_ACCOUNTS), ...part } }))
  const known = (): AccountsState => store.getState().accounts ?? BLANK_ACCOUNTS

  /** Whoever is signed in works here from now on. */
  async function enter(): Promise<void> {
    const before = store.getState().me
    const [me, people] = await Promise.all([backend.me(), backend.people()])
    store.setState(({ list }) => ({ me, people, list: { ...list, revision: list.revision + 1 } }))
    change({ gate: 'signed in', problem: '', ...(before?.id === me?.id ? {} : { sessions: null }) })
    if (before !== undefined) await sessions.reopenAll()
  }

  /** Everybody's names, one's own among them. */
  async function readPeople(): Promise<void> {
    const [me, people] = await Promise.all([backend.me(), backend.people()])
    store.setState({ me, people })
  }

  async function readGate(): Promise<void> {
    const answer = await accounts.gate()
    if (!answer.ok) {
      // Whoever is in stays in: that the server can't be reached is said elsewhere.
      if (known().gate === 'unknown') change({ problem: answer.message })
      return
    }
    if (answer.value !== 'signed in') return change({ gate: answer.value, problem: '' })
    // Another tab of this browser may have signed in as somebody else.
    const me = await backend.me()
    if (known().gate !== 'signed in' || me?.id !== store.getState().me?.id) await enter()
  }

  /** One after the other: an answer that is overtaken by a later one would be taken for what is so now. */
  let gateRead: Promise<void> = Promise.resolve()
  const askGate = (): Promise<void> => (gateRead = gateRead.then(readGate))

  async function send(
    form: AccountForm,
    work: Promise<Outcome<unknown>>,
    then?: () => Promise<void>,
  ): Promise<boolean> {
    const done = await work
    if (done.ok) await then?.()
    const { forms } = known()
    change({
      forms: {
        ...forms,
        [form]: done.ok ? { status: 'done' } : { status: 'refused', message: done.message },
      },
    })
    return done.ok
  }

  const sendAndEnter = async (form: AccountForm, work: Promise<Outcome<unknown>>): Promise<void> =>
    void (await send(form, work, enter))

  async function signOut(loses: boolean): Promise<void> {
    await sessions.flush()
    const done = await accounts.signOut({ loses })
    if (!done.ok && done.unkept !== undefined) return change({ unkept: done.unkept })
    if (!done.ok) return tell('problem', done.message)
    change({ gate: 'signed out' })
    leave()
  }

  async function loadSessions(): Promise<void> {
    change({ sessions: asked(await accounts.sessions()) })
  }

  async function endSessions(ids: readonly string[]): Promise<void> {
    const ended = await Promise.all(ids.map((id) => accounts.endSession(id)))
    const refused = ended.find((outcome) => !outcome.ok)
    if (refused && !refused.ok) tell('problem', refused.message)
    else tell('done', ids.length === 1 ? 'Ended the session.' : 'Ended all other sessions.')
    await loadSessions()
  }

  async function loadMembers(): Promise<void> {
    const [members, invitations] = await Promise.all([accounts.members(), accounts.invitations()])
    change({ members: asked(members), invitations: asked(invitations) })
  }

  /** What chiefs do with accounts; the lists are asked for anew, however it went. */
  async function manage(work: Promise<Outcome<unknown>>, done: string): Promise<void> {
    const outcome = await work
    if (!outcome.ok) tell('problem', outcome.message)
    else if (done !== '') tell('done', done)
    await loadMembers()
  }

  async function invite({ name, email, role }: Extract<AccountTask, { type: 'invite' }>): Promise<void> {
    const work = accounts.invite({ name, email, role })
    if (!(await send('invite', work))) return
    const made = await work
    if (made.ok) {
      const { link, expiresAt } = made.value
      change({ issued: { kind: 'invitation', name: name === '' ? email : name, link, expiresAt } })
    }
    await loadMembers()
  }

  async function makeResetLink(person: string, name: string): Promise<void> {
    const made = await accounts.resetLink(person)
    if (!made.ok) return tell('problem', made.message)
    change({ issued: { kind: 'reset', name, ...made.value } })
  }

  const nameOf = (person: string): string => {
    const { members } = known()
    const all = members?.status === 'ready' ? members.value : []
    return all.find(({ id }) => id === person)?.name ?? 'This person'
  }

  const unwatch = backend.watch(({ ids }) => {
    if (ids.length > 0) return
    void askGate()
    if (known().members !== null && known().gate === 'signed in') void loadMembers()
  })
  // A tab that was opened without a network goes on by itself when there is one.
  const unlink = backend.link?.subscribe(() => {
    if (backend.link?.isUp === true && known().gate === 'unknown') void askGate()
  })
  change({})

  return {
    start: askGate,
    async perform(task) {
      switch (task.type) {
        case 'ask gate':
          return askGate()
        case 'sign in':
          return sendAndEnter('sign in', accounts.signIn({ email: task.email, password: task.password }))
        case 'set up': {
          const { type: _, ...first } = task
          return sendAndEnter('set up', accounts.setUp(first))
        }
        case 'accept': {
          const { type: _, ...answer } = task
          return sendAndEnter('accept', accounts.accept(answer))
        }
        case 'read invitation':
          return change({ invited: asked(await accounts.invitation(task.token)) })
        case 'ask reset':
          return void (await send('ask reset', accounts.askReset(task.email)))
        case 'reset': {
          const { token, password } = task
          return void (await send('reset', accounts.reset({ token, password })))
        }
        case 'change name':
          return void (await send('change name', accounts.changeName(task.name), readPeople))
        case 'change password': {
          const { current, next } = task
          const isDone = await send('change password', accounts.changePassword({ current, next }))
          return isDone ? loadSessions() : undefined
        }
        case 'sign out':
          return signOut(task.loses === true)
        case 'load sessions':
          return loadSessions()
        case 'end sessions':
          return endSessions(task.ids)
        case 'load members':
          return loadMembers()
        case 'invite':
          return invite(task)
        case 'revoke':
          return manage(accounts.revoke(task.invitation), 'Took the invitation back: its link is dead.')
        case 'set role':
          return manage(
            accounts.setRole(task.person, task.role),
            `${nameOf(task.person)} is ${ROLE_NAMES[task.role].toLowerCase()} now.`,
          )
        case 'set active': {
          const what = task.isActive ? 'can sign in again.' : 'is signed out everywhere and can’t sign in.'
          return manage(accounts.setActive(task.person, task.isActive), `${nameOf(task.person)} ${what}`)
        }
        case 'make reset link':
          return makeResetLink(task.person, task.name)
      }
    },
    stop() {
      unwatch()
      unlink?.()
    },
  }
}
