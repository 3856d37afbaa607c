import { afterEach, describe, expect, test } from 'vitest'
import { until } from '../backends/test-desk.ts'
import { IDA, JANE, newsroomStage, PASSWORD, type NewsroomStage } from './newsroom-stage.ts'
import { SET_UP_CODE } from './memory-accounts.ts'

let stage: NewsroomStage
afterEach(() => stage.end())

const jane = { email: 'jane@example.com', password: PASSWORD }

describe('the gate', () => {
  test('is not set up while nobody has an account; the code makes the first chief', async () => {
    stage = await newsroomStage(null, [])
    expect(stage.known().gate).toBe('not set up')
    const first = { code: 'WRONG', name: 'Ida Berg', email: 'ida@example.com', password: PASSWORD }
    stage.actions.setUp(first)
    await stage.effects.settle()
    expect(stage.known().forms['set up']).toEqual({
      status: 'refused',
      message: 'This is not the set-up code.',
    })
    stage.actions.setUp({ ...first, code: SET_UP_CODE })
    await stage.effects.settle()
    expect(stage.known().gate).toBe('signed in')
    expect(stage.store.getState().me).toMatchObject({ name: 'Ida Berg', role: 'chief' })
  })

  test('lets nobody be known before they are in, and then who they are', async () => {
    stage = await newsroomStage(null)
    expect(stage.known().gate).toBe('signed out')
    expect(stage.store.getState().me).toBeUndefined()
    stage.actions.signIn({ ...jane, password: 'something else' })
    await stage.effects.settle()
    expect(stage.known().forms['sign in']?.status).toBe('refused')
    expect(stage.store.getState().me).toBeUndefined()
    stage.actions.signIn(jane)
    await stage.effects.settle()
    expect(stage.store.getState().me).toEqual(JANE)
    expect(stage.known().gate).toBe('signed in')
  })

  test('who is signed in already is in at once, on a desk that is kept on the server', async () => {
    stage = await newsroomStage(IDA)
    expect(stage.known().gate).toBe('signed in')
    expect(stage.store.getState()).toMatchObject({
      me: IDA,
      place: 'server',
      link: { isUp: true, unsent: 0 },
    })
  })

  test('says why it is not known, and is asked again when the server is there', async () => {
    stage = await newsroomStage(JANE)
    stage.accounts.isCut = true
    stage.store.setState(({ accounts }) => ({ accounts: accounts && { ...accounts, gate: 'unknown' } }))
    stage.actions.askGate()
    await stage.effects.settle()
    expect(stage.known()).toMatchObject({ gate: 'unknown', problem: 'The server can’t be reached.' })
    stage.accounts.isCut = false
    stage.link.change({ isUp: false })
    stage.link.change({ isUp: true })
    await until(() => stage.known().gate, 'signed in')
    expect(stage.known().problem).toBe('')
  })

  test('stays open for whoever is in when the server can’t be reached', async () => {
    stage = await newsroomStage(JANE)
    stage.accounts.isCut = true
    stage.actions.askGate()
    await stage.effects.settle()
    expect(stage.known()).toMatchObject({ gate: 'signed in', problem: '' })
  })
})

describe('a session that ends meanwhile', () => {
  test('leaves open what is open, and it is opened anew for whoever comes in', async () => {
    stage = await newsroomStage(JANE)
    const id = stage.actions.newStory()
    stage.actions.openStory(id)
    await until(() => stage.store.getState().stories[id]?.phase, 'open')
    const session = () => {
      const story = stage.store.getState().stories[id]
      return story?.phase === 'open' ? story.session : null
    }
    const before = session()
    stage.accounts.end()
    await until(() => stage.known().gate, 'signed out')
    expect(session()).toBe(before)
    expect(stage.store.getState().me).toEqual(JANE)
    stage.actions.signIn({ email: 'ida@example.com', password: PASSWORD })
    await stage.effects.settle()
    expect(stage.store.getState().me).toEqual(IDA)
    expect(session()).not.toBeNull()
    expect(session()).not.toBe(before)
  })

  test('of another tab’s making hands this one to whoever that tab let in', async () => {
    stage = await newsroomStage(JANE)
    stage.accounts.end()
    await stage.accounts.enter(IDA)
    stage.actions.askGate()
    await until(() => stage.store.getState().me, IDA)
    expect(stage.known().gate).toBe('signed in')
  })
})

describe('signing out', () => {
  test('begins the page anew', async () => {
    stage = await newsroomStage(JANE)
    stage.actions.signOut()
    await stage.effects.settle()
    expect(stage.page.left).toBe(1)
    expect(stage.accounts.me).toBeNull()
  })

  test('that is refused leaves whoever it is in, and says so', async () => {
    stage = await newsroomStage(JANE)
    stage.accounts.isCut = true
    stage.actions.signOut()
    await stage.effects.settle()
    expect(stage.page.left).toBe(0)
    expect(stage.known().gate).toBe('signed in')
    expect(stage.store.getState().notices).toMatchObject([{ tone: 'problem' }])
  })
})

describe('signing out where words would be lost', () => {
  test('is asked about, and done when that is meant', async () => {
    stage = await newsroomStage(JANE)
    stage.accounts.unkept = 2
    stage.actions.signOut()
    await stage.effects.settle()
    expect([stage.page.left, stage.known().gate, stage.known().unkept]).toEqual([0, 'signed in', 2])
    expect(stage.store.getState().notices).toEqual([])
    stage.actions.staySignedIn()
    expect(stage.known().unkept).toBe(0)
    stage.actions.signOutAnyway()
    await stage.effects.settle()
    expect([stage.page.left, stage.accounts.me]).toEqual([1, null])
  })
})

describe('people', () => {
  test('are invited by a link that is known until it is put away, and come in by it', async () => {
    stage = await newsroomStage(IDA)
    stage.actions.needMembers()
    stage.actions.invite({ name: 'Kit Marsh', email: 'kit@example.com', role: 'sub-editor' })
    await stage.effects.settle()
    const { issued, invitations } = stage.known()
    expect(issued).toMatchObject({ kind: 'invitation', name: 'Kit Marsh' })
    expect(invitations).toMatchObject({ value: [{ name: 'Kit Marsh' }] })
    stage.actions.forgetLink()
    expect(stage.known().issued).toBeNull()

    const token = issued?.link.split('#')[1] ?? ''
    stage.actions.readInvitation(token)
    await stage.effects.settle()
    expect(stage.known().invited).toMatchObject({ value: { by: 'Ida Berg', role: 'sub-editor' } })
    stage.actions.accept({ token, name: 'Kit M.', password: PASSWORD })
    await stage.effects.settle()
    expect(stage.store.getState().me).toMatchObject({ name: 'Kit M.', role: 'sub-editor' })
    expect(stage.known().forms.accept).toEqual({ status: 'done' })
  })

  test('get roles, are deactivated and brought back, each with its notice', async () => {
    stage = await newsroomStage(IDA)
    stage.actions.needMembers()
    await stage.effects.settle()
    stage.actions.setRole(JANE.id, 'sub-editor')
    stage.actions.setActive(JANE.id, false)
    await stage.effects.settle()
    expect(stage.known().members).toMatchObject({ value: [{}, { role: 'sub-editor', isActive: false }] })
    expect(stage.store.getState().notices.map(({ text }) => text)).toEqual([
      'Jane Doe is sub-editor now.',
      'Jane Doe is signed out everywhere and can’t sign in.',
    ])
    stage.actions.setActive(IDA.id, false)
    await stage.effects.settle()
    expect(stage.store.getState().notices.at(-1)).toMatchObject({
      tone: 'problem',
      text: 'The last chief stays one.',
    })
  })

  test('set new passwords with a link from a chief', async () => {
    stage = await newsroomStage(IDA)
    stage.actions.makeResetLink(JANE.id, JANE.name)
    await stage.effects.settle()
    const { issued } = stage.known()
    expect(issued).toMatchObject({ kind: 'reset', name: 'Jane Doe' })
    stage.actions.reset({ token: issued?.link.split('#')[1] ?? '', password: 'another long password' })
    await stage.effects.settle()
    expect(stage.known().forms.reset).toEqual({ status: 'done' })
    expect(stage.accounts.people.get(JANE.id)?.password).toBe('another long password')
  })
})

describe('one’s own account', () => {
  const at = '2026-11-24T09:00:00Z'
  const session = (id: string, isThis = false) => ({ id, isThis, device: id, since: at, lastSeen: at })

  test('lists sessions and ends them', async () => {
    stage = await newsroomStage(JANE)
    stage.accounts.sessionList = [session('here', true), session('phone'), session('pub')]
    stage.actions.needSessions()
    await stage.effects.settle()
    expect(stage.known().sessions).toMatchObject({ value: [{ id: 'here' }, { id: 'phone' }, { id: 'pub' }] })
    stage.actions.endSessions(['phone', 'pub'])
    await stage.effects.settle()
    expect(stage.known().sessions).toMatchObject({ value: [{ id: 'here' }] })
    expect(stage.store.getState().notices).toMatchObject([{ text: 'Ended all other sessions.' }])
  })

  test('changes its name, which is there at once', async () => {
    stage = await newsroomStage(JANE)
    stage.actions.changeName('Jane Marsh')
    await stage.effects.settle()
    expect(stage.known().forms['change name']).toEqual({ status: 'done' })
    expect(stage.store.getState().me).toEqual({ ...JANE, name: 'Jane Marsh' })
    expect(stage.store.getState().people.map(({ name }) => name)).toContain('Jane Marsh')
  })

  test('changes its password only with the one it has', async () => {
    stage = await newsroomStage(JANE)
    stage.actions.changePassword({ current: 'no', next: 'another long password' })
    await stage.effects.settle()
    expect(stage.known().forms['change password']).toEqual({
      status: 'refused',
      message: 'This is not your password.',
    })
    stage.actions.changePassword({ current: PASSWORD, next: 'another long password' })
    await stage.effects.settle()
    expect(stage.known().forms['change password']).toEqual({ status: 'done' })
  })
})

test('a newer Stet is loaded only when somebody asks for it', async () => {
  stage = await newsroomStage(JANE)
  stage.actions.foundNewer()
  await stage.effects.settle()
  expect(stage.page.renewed).toBe(0)
  stage.actions.renew()
  await stage.effects.settle()
  expect(stage.page.renewed).toBe(1)
})
