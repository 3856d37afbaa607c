import { afterEach, describe, expect, test, vi } from 'vitest'
import type { DeskMessage, Hub } from '../../src/backends/hub.ts'
import { channelHub, memoryHub } from '../../src/backends/hub.ts'
import { until } from './test-desk.ts'

const open: Hub[] = []
afterEach(() => {
  vi.unstubAllGlobals()
  for (const hub of open.splice(0)) hub.close()
})

function listening(hub: Hub): DeskMessage[] {
  open.push(hub)
  const heard: DeskMessage[] = []
  hub.listen((message) => heard.push(message))
  return heard
}

const PEOPLE: DeskMessage = { kind: 'people' }
const CHANGED: DeskMessage = { kind: 'changed', ids: ['a', 'b'] }
const UPDATE: DeskMessage = { kind: 'update', story: 'a', epoch: 1, update: new Uint8Array([1, 2]) }

const ways: readonly [string, () => () => Hub][] = [
  [
    'in one page',
    () => {
      const listeners = new Set<(message: DeskMessage) => void>()
      return () => memoryHub(listeners)
    },
  ],
  [
    'over a channel',
    () => {
      const name = crypto.randomUUID()
      return () => channelHub(name)
    },
  ],
]

describe.each(ways)('%s,', (_way, makeWay) => {
  test('all others hear all that is said, in order, and oneself nothing', async () => {
    const make = makeWay()
    const [one, two, three] = [make(), make(), make()]
    const [mine, ...others] = [listening(one), listening(two), listening(three)]
    for (const message of [UPDATE, CHANGED, PEOPLE]) one.post(message)
    for (const heard of others) await until(() => heard, [UPDATE, CHANGED, PEOPLE])
    expect(mine).toEqual([])
  })

  test('nobody hears at once: who speaks is done first', async () => {
    const make = makeWay()
    const one = make()
    const heard = listening(make())
    one.post(PEOPLE)
    expect(heard).toEqual([])
    open.push(one)
    await until(() => heard, [PEOPLE])
  })

  test('a closed hub says nothing and hears nothing, not even what was on its way', async () => {
    const make = makeWay()
    const [one, two, three] = [make(), make(), make()]
    const [, closed, last] = [listening(one), listening(two), listening(three)]
    one.post(PEOPLE)
    two.close()
    two.post(UPDATE)
    one.post(CHANGED)
    await until(() => last, [PEOPLE, CHANGED])
    expect(closed).toEqual([])
    expect(() => two.close()).not.toThrow()
  })
})

const nonsense: readonly [string, unknown][] = [
  ['a kind that is none', { kind: 'presence', who: 'rita' }],
  ['no kind', { ids: ['a'] }],
  ['ids that are no text', { kind: 'changed', ids: [1] }],
  ['an update without its story', { kind: 'update', epoch: 1, update: new Uint8Array() }],
  ['an update that is text', { kind: 'update', story: 'a', epoch: 1, update: 'bytes' }],
  ['an epoch that is text', { kind: 'update', story: 'a', epoch: '1', update: new Uint8Array() }],
  ['no object', 'people'],
  ['nothing', null],
]
test.each(nonsense)('what another version says is no message where it has %s', async (_what, message) => {
  const name = crypto.randomUUID()
  const heard = listening(channelHub(name))
  const other = new BroadcastChannel(name)
  other.postMessage(message)
  other.postMessage(PEOPLE)
  await until(() => heard.length > 0, true)
  other.close()
  expect(heard).toEqual([PEOPLE])
})

test('desks of different names hear nothing of each other', async () => {
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
  const heardTwo = listening(channelHub(two))
  const heardOne = listening(channelHub(one))
  const [sayOne, sayTwo] = [channelHub(one), channelHub(two)]
  open.push(sayOne, sayTwo)
  sayOne.post(PEOPLE)
  sayTwo.post(CHANGED)
  await until(() => heardOne.length > 0 && heardTwo.length > 0, true)
  expect([heardOne, heardTwo]).toEqual([[PEOPLE], [CHANGED]])
})

test('without channels there is a hub that does nothing', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const hub = channelHub('any')
  const heard = listening(hub)
  hub.post(PEOPLE)
  hub.close()
  expect(heard).toEqual([])
})
