import type { StoreApi } from 'zustand/vanilla'
import type { AccountForm, AccountsState, AccountTask, FormState } from './accounts-state.ts'
import type { DeskState } from './desk-state.ts'

/** A task without its name: what a form holds. */
type Sent<Type extends AccountTask['type']> = Omit<Extract<AccountTask, { readonly type: Type }>, 'type'>

/** What screens do with accounts, where there are any. Answers stand in the state's `accounts`. */
export type AccountActions = {
  /** Asks anew what has to be done before there is a desk. */
  askGate(): void
  signIn(who: Sent<'sign in'>): void
  setUp(first: Sent<'set up'>): void
  /** Asks what an invitation's link says. */
  readInvitation(token: string): void
  accept(answer: Sent<'accept'>): void
  askReset(email: string): void
  reset(answer: Sent<'reset'>): void
  changeName(name: string): void
  changePassword(change: Sent<'change password'>): void
  /** Ends this browser's session. What is not sent stays in this browser; refused where it can't be kept there. */
  signOut(): void
  /** The same, though something is lost. */
  signOutAnyway(): void
  /** What would be lost is worth staying for. */
  staySignedIn(): void
  needSessions(): void
  endSessions(ids: readonly string[]): void
  /** Asks for everybody with an account, and for the invitations that wait. */
  needMembers(): void
  invite(who: Sent<'invite'>): void
  revoke(invitation: string): void
  setRole(person: string, role: Sent<'set role'>['role']): void
  setActive(person: string, isActive: boolean): void
  makeResetLink(person: string, name: string): void
  /** A form is not on screen any more: forgets how it went. */
  leaveForm(form: AccountForm): void
  /** The link that was shown once is not needed any more. */
  forgetLink(): void
}

export function accountActions(store: StoreApi<DeskState>, add: (task: AccountTask) => void): AccountActions {
  const change = (work: (accounts: AccountsState) => Partial<AccountsState>): void =>
    store.setState(({ accounts }) => (accounts ? { accounts: { ...accounts, ...work(accounts) } } : {}))
  const BUSY: FormState = { status: 'busy' }
  /** Sends a form off, once, however often its button is pressed. */
  const send = (form: AccountForm, task: AccountTask): void => {
    if (store.getState().accounts?.forms[form]?.status === 'busy') return
    change(({ forms }) => ({ forms: { ...forms, [form]: BUSY } }))
    add(task)
  }
  return {
    askGate() {
      change(() => ({ problem: '' }))
      add({ type: 'ask gate' })
    },
    signIn: (who) => send('sign in', { type: 'sign in', ...who }),
    setUp: (first) => send('set up', { type: 'set up', ...first }),
    readInvitation(token) {
      change(() => ({ invited: { status: 'loading' } }))
      add({ type: 'read invitation', token })
    },
    accept: (answer) => send('accept', { type: 'accept', ...answer }),
    askReset: (email) => send('ask reset', { type: 'ask reset', email }),
    reset: (answer) => send('reset', { type: 'reset', ...answer }),
    changeName: (name) => send('change name', { type: 'change name', name }),
    changePassword: (next) => send('change password', { type: 'change password', ...next }),
    signOut: () => add({ type: 'sign out' }),
    signOutAnyway: () => add({ type: 'sign out', loses: true }),
    staySignedIn: () => change(() => ({ unkept: 0 })),
    needSessions: () => add({ type: 'load sessions' }),
    endSessions: (ids) => add({ type: 'end sessions', ids }),
    needMembers: () => add({ type: 'load members' }),
    invite: (who) => send('invite', { type: 'invite', ...who }),
    revoke: (invitation) => add({ type: 'revoke', invitation }),
    setRole: (person, role) => add({ type: 'set role', person, role }),
    setActive: (person, isActive) => add({ type: 'set active', person, isActive }),
    makeResetLink: (person, name) => add({ type: 'make reset link', person, name }),
    leaveForm: (form) =>
      change(({ forms }) => {
        const { [form]: _gone, ...others } = forms
        return { forms: others }
      }),
    forgetLink: () => change(() => ({ issued: null })),
  }
}
