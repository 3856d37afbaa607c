import * as fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { seedUpdate } from '../../src/domain/story-doc.ts'
import { decideSuggestions } from '../../src/domain/suggestions/decide.ts'
import { readThreads } from '../../src/domain/threads/read-threads.ts'
import { addMessage, reopenThread, resolveThread } from '../../src/domain/threads/write-threads.ts'
import { maySign } from '../../src/rules/may-sign.ts'
import { isOnlyTheirs, signaturesOf } from '../../src/rules/signatures.ts'
import { commentOn, readyContent, suggest, suggestDeletion, verdictOn } from '../backends/review-stage.ts'
import { CHIEF, NOW, OTHER, SUB, type } from '../backends/test-desk.ts'

const at = NOW().toISOString()
const message = (by: string, text = 'Said.', id = 'new') => ({ id, by, at, text, mentions: [] })
const json = (by: string, text = 'Forged.'): string => JSON.stringify({ by, at, text, mentions: [], n: 9 })

let doc: Y.Doc
beforeEach(() => {
  doc = storyWithThreads()
})

/** A thread of Susan's that Otto answered, and one of Otto's. */
function storyWithThreads(): Y.Doc {
  const made = new Y.Doc()
  Y.applyUpdate(made, seedUpdate(readyContent(), 5))
  commentOn(made, SUB, 't', 'Sure?')
  addMessage(made, 't', message(OTHER.id, 'Yes.', 't-2'))
  commentOn(made, OTHER, 'own', 'Mine.')
  suggest(made, SUB, 'open', ' today')
  return made
}

const threadIn = (copy: Y.Doc, id = 't'): Y.Map<unknown> => copy.getMap('threads').get(id) as Y.Map<unknown>
const messagesIn = (copy: Y.Doc, id = 't'): Y.Map<unknown> =>
  threadIn(copy, id).get('messages') as Y.Map<unknown>

function updateOf(edit: (copy: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  edit(copy)
  return Y.encodeStateAsUpdate(copy, before)
}

/** What is said of an edit by Otto: whether it is looked at, and then whether all of it is his. */
function judged(update: Uint8Array): { readonly isAsked: boolean; readonly isTheirs: boolean } {
  const isAsked = maySign(doc, update, OTHER.id)
  const before = signaturesOf(doc)
  Y.applyUpdate(doc, update)
  return { isAsked, isTheirs: isOnlyTheirs(before, signaturesOf(doc), OTHER.id) }
}

const forged: readonly [string, (copy: Y.Doc) => void][] = [
  ['a thread in another name', (copy) => commentOn(copy, SUB, 'more', 'I say so.')],
  ['an answer in another name', (copy) => void addMessage(copy, 't', message(SUB.id))],
  ['an answer in no name', (copy) => void messagesIn(copy).set('new', '{"text":"?"}')],
  ['an answer that is no message', (copy) => void messagesIn(copy).set('new', 'nonsense')],
  ['a message that is a text of its own', (copy) => void messagesIn(copy).set('new', new Y.Text('?'))],
  ['another message rewritten', (copy) => void messagesIn(copy).set('t-1', json(SUB.id))],
  ['another message taken over', (copy) => void messagesIn(copy).set('t-1', json(OTHER.id))],
  ['one’s own message handed to another', (copy) => void messagesIn(copy).set('t-2', json(SUB.id))],
  ['another message deleted', (copy) => messagesIn(copy).delete('t-1')],
  ['another thread deleted', (copy) => copy.getMap('threads').delete('t')],
  [
    'another thread in the place of one',
    (copy) => {
      copy.getMap('threads').delete('t')
      commentOn(copy, OTHER, 't', 'Mine now.')
    },
  ],
  ['all messages thrown away', (copy) => void threadIn(copy).set('messages', new Y.Map())],
  ['no messages any more', (copy) => threadIn(copy).delete('messages')],
  ['a thread that is none any more', (copy) => void copy.getMap('threads').set('t', 'gone')],
  ['a row that is no thread', (copy) => void copy.getMap('threads').set('x', 7)],
  ['a thread said to be another’s', (copy) => void threadIn(copy).set('by', OTHER.id)],
  ['one’s own thread said to be another’s', (copy) => void threadIn(copy, 'own').set('by', SUB.id)],
  ['a thread moved elsewhere', (copy) => void threadIn(copy).set('anchor', '{"kind":"field","field":"dek"}')],
  ['other words under it', (copy) => void threadIn(copy).set('quote', 'Never written')],
  ['settled in another name', (copy) => void resolveThread(copy, 't', { by: SUB.id, at })],
  ['settled in no name', (copy) => void threadIn(copy).set('resolved', 'true')],
  ['a thread under a name that objects have', (copy) => commentOn(copy, SUB, '__proto__', 'I say so.')],
  ['a suggestion in another name', (copy) => suggest(copy, SUB, 'more', '!')],
  [
    'another suggestion taken over',
    (copy) => void copy.getMap('origins').set('s:open', { by: OTHER.id, at }),
  ],
  ['another suggestion made nobody’s', (copy) => copy.getMap('origins').delete('s:open')],
  [
    'another answer between two words',
    (copy) => {
      type(copy, 'One')
      void addMessage(copy, 't', message(SUB.id))
      type(copy, 'two')
    },
  ],
]
test.each(forged)('%s is found', (_what, edit) => {
  expect(judged(updateOf(edit))).toEqual({ isAsked: true, isTheirs: false })
})

const theirs: readonly [string, (copy: Y.Doc) => void][] = [
  ['a thread', (copy) => commentOn(copy, OTHER, 'more', 'Well.')],
  ['an answer', (copy) => void addMessage(copy, 't', message(OTHER.id))],
  ['their message rewritten', (copy) => void messagesIn(copy).set('t-2', json(OTHER.id))],
  ['their message deleted', (copy) => messagesIn(copy).delete('t-2')],
  ['their thread deleted', (copy) => copy.getMap('threads').delete('own')],
  ['settling a thread', (copy) => void resolveThread(copy, 't', { by: OTHER.id, at })],
  [
    'settling a thread and taking it up again',
    (copy) => {
      resolveThread(copy, 't', { by: OTHER.id, at })
      reopenThread(copy, 't')
    },
  ],
  ['what a newer Stet keeps of a thread', (copy) => void threadIn(copy).set('later', 1)],
]
test.each(theirs)('%s is theirs', (_what, edit) => {
  expect(judged(updateOf(edit))).toEqual({ isAsked: true, isTheirs: true })
})

test('a settled thread is taken up again by anybody', () => {
  resolveThread(doc, 't', { by: SUB.id, at })
  expect(judged(updateOf((copy) => void reopenThread(copy, 't')))).toEqual({ isAsked: true, isTheirs: true })
})

test('a thread with answers by others stays, though whoever opened it would have it gone', () => {
  addMessage(doc, 'own', message(SUB.id))
  expect(judged(updateOf((copy) => copy.getMap('threads').delete('own')))).toMatchObject({ isTheirs: false })
})

const unsigned: readonly [string, (copy: Y.Doc) => void][] = [
  ['a word', (copy) => type(copy, 'Word ')],
  ['a word in the middle', (copy) => copy.getText('headline').insert(3, 'x')],
  ['a deletion', (copy) => copy.getText('body').delete(2, 5)],
  ['a format', (copy) => copy.getText('headline').format(0, 3, { bold: true })],
  ['a field', (copy) => void copy.getMap('fields').set('slug', 'other')],
  ['a suggestion of their own', (copy) => suggest(copy, OTHER, 'more', '!')],
  ['a suggested deletion of their own', (copy) => suggestDeletion(copy, OTHER, 'less', 3)],
  ['words in another suggestion', (copy) => suggest(copy, SUB, 'open', '!')],
  ['a decision', (copy) => void decideSuggestions(copy, [verdictOn(copy, 'open', 'accept')])],
]
test.each(unsigned)('%s signs nothing, and costs no look at the story', (_what, edit) => {
  expect(judged(updateOf(edit))).toEqual({ isAsked: false, isTheirs: true })
})

test('all that a tab has, sent again, is known and so nobody’s doing', () => {
  resolveThread(doc, 't', { by: SUB.id, at })
  expect(maySign(doc, Y.encodeStateAsUpdate(doc), OTHER.id)).toBe(false)
})

test('what builds on something that is not here is looked at', () => {
  const elsewhere = new Y.Doc()
  Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
  commentOn(elsewhere, SUB, 'later', 'Sure?')
  const before = Y.encodeStateVector(elsewhere)
  addMessage(elsewhere, 'later', message(SUB.id))
  expect(maySign(doc, Y.encodeStateAsUpdate(elsewhere, before), OTHER.id)).toBe(true)
})

const PEOPLE = [OTHER.id, SUB.id, CHIEF.id]
const edits = fc.array(
  fc.record({
    what: fc.constantFrom('set', 'delete', 'row', 'drop', 'start', 'settle', 'type', 'cut', 'sign'),
    thread: fc.constantFrom('t', 'own', 'n1', 'n2', '__proto__'),
    message: fc.constantFrom('t-1', 't-2', 'own-1', 'm1', 'm2'),
    key: fc.constantFrom('by', 'at', 'anchor', 'quote', 'resolved', 'messages', 'other'),
    by: fc.constantFrom(...PEOPLE),
    value: fc.oneof(
      fc.constantFrom(...PEOPLE),
      fc.constantFrom(...PEOPLE.map((by) => json(by))),
      fc.constant(''),
    ),
    place: fc.nat(30),
  }),
  { minLength: 1, maxLength: 8 },
)
type Edit = typeof edits extends fc.Arbitrary<readonly (infer One)[]> ? One : never

/** Does to a document what somebody could do who wrote Yjs updates by hand. */
function doTo(copy: Y.Doc, { what, thread, message: id, key, by, value, place }: Edit): void {
  const row = copy.getMap('threads').get(thread)
  const messages = row instanceof Y.Map ? (row.get('messages') as unknown) : null
  const body = copy.getText('body')
  if (what === 'set' && messages instanceof Y.Map) messages.set(id, json(by, `Said ${place}`))
  if (what === 'delete' && messages instanceof Y.Map) messages.delete(id)
  if (what === 'row' && row instanceof Y.Map) row.set(key, key === 'messages' ? new Y.Map() : value)
  if (what === 'drop') copy.getMap('threads').delete(thread)
  if (what === 'start')
    commentOn(copy, [OTHER, SUB, CHIEF].find((person) => person.id === by) ?? OTHER, thread, 'So.')
  if (what === 'settle') resolveThread(copy, thread, { by, at })
  if (what === 'type') body.insert(place % (body.length + 1), 'ab')
  if (what === 'cut' && body.length > 3) body.delete(place % (body.length - 2), 2)
  if (what === 'sign') copy.getMap('origins').set(`s:${id}`, { by, at })
}

/** What others than Otto have said, as the app shows it; whether it is settled may be left out, as that is anybody's. */
function saidByOthers(shown: Y.Doc, isSettlingLeftOut = false): unknown {
  return readThreads(shown)
    .map(({ id, by, messages, anchor, quote, resolved }) => ({
      id,
      head: by === OTHER.id ? null : { by, anchor, quote },
      settled: isSettlingLeftOut || resolved?.by === OTHER.id ? null : resolved,
      messages: messages.filter((each) => each.by !== OTHER.id),
    }))
    .filter(({ head, messages }) => head !== null || messages.length > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

test('whatever is sent: what is let through changes nothing that others said, and nothing is let through unseen that isn’t theirs', () => {
  let passed = 0
  let stopped = 0
  fc.assert(
    fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (turns) => {
      doc = storyWithThreads()
      for (const turn of turns) {
        const update = updateOf((copy) => {
          for (const edit of turn) doTo(copy, edit)
        })
        const [others, withoutSettling] = [saidByOthers(doc), saidByOthers(doc, true)]
        const last = Y.encodeStateAsUpdate(doc)
        const { isAsked, isTheirs } = judged(update)
        // Whatever isn’t theirs is looked at.
        expect(isTheirs || isAsked).toBe(true)
        if (!isTheirs) {
          stopped += 1
          doc = new Y.Doc()
          Y.applyUpdate(doc, last)
        } else passed += 1
        const isSettled = turn.some(({ what, key }) => what === 'settle' || key === 'resolved')
        expect(saidByOthers(doc, isSettled)).toEqual(isSettled ? withoutSettling : others)
      }
    }),
    { numRuns: 400 },
  )
  expect(passed).toBeGreaterThan(100)
  expect(stopped).toBeGreaterThan(100)
})
