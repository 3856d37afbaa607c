import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import type { Photo, StoryContent } from '../../../src/domain/story-content.ts'
import { plainSpans } from '../../../src/domain/story-content.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { writeDifference } from '../../../src/domain/suggestions/write-difference.ts'
import { anyContent, decideAll, docSaying, linesOf, shuffle, storyOf, suggesterOf } from './differences.ts'

const restore = (doc: Y.Doc, to: StoryContent, by: string | null): void => {
  const suggester = by === null ? null : suggesterOf(doc, by)
  writeDifference(doc, readContent(doc), to, { suggester, origin: null })
}

const RUNS = 30

const picks = fc.array(fc.nat(20), { maxLength: 4 })

test('written directly, the story says exactly what it is to say, whatever it said', () => {
  fc.assert(
    fc.property(anyContent, anyContent, anyContent, picks, (first, second, third, moves) => {
      const doc = docSaying(first)
      shuffle(doc, moves)
      restore(doc, second, null)
      expect(readContent(doc)).toEqual(second)
      shuffle(doc, moves)
      restore(doc, third, null)
      expect(readContent(doc)).toEqual(third)
      expect(readContent(doc, 'was')).toEqual(third)
    }),
    { numRuns: RUNS },
  )
})

test('suggested, the story will say exactly that, and says still what it said', () => {
  fc.assert(
    fc.property(anyContent, anyContent, picks, (first, second, moves) => {
      const doc = docSaying(first)
      shuffle(doc, moves)
      const was = readContent(doc)
      restore(doc, second, 'kit')
      expect(readContent(doc)).toEqual(second)
      expect(readContent(doc, 'was')).toEqual(was)
    }),
    { numRuns: RUNS },
  )
})

test('what is suggested can be accepted, and rejected, as a whole', () => {
  fc.assert(
    fc.property(anyContent, anyContent, picks, fc.boolean(), (first, second, moves, accepts) => {
      const doc = docSaying(first)
      shuffle(doc, moves)
      const was = readContent(doc)
      restore(doc, second, 'kit')
      decideAll(doc, accepts ? 'accept' : 'reject')
      expect(readContent(doc)).toEqual(accepts ? second : was)
    }),
    { numRuns: RUNS },
  )
})

/** The order of photos is never suggested. */
const sorted = (content: StoryContent): StoryContent => ({
  ...content,
  photos: content.photos.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

test('over the open suggestions of others and of oneself it is just as exact', () => {
  const who = fc.constantFrom('kit', 'ana', null)
  fc.assert(
    fc.property(
      fc.tuple(anyContent, anyContent, anyContent, anyContent),
      who,
      who,
      picks,
      ([first, second, third, fourth], one, other, moves) => {
        const doc = docSaying(first)
        restore(doc, second, 'kit')
        shuffle(doc, moves)
        restore(doc, third, one)
        expect(sorted(readContent(doc))).toEqual(sorted(third))
        restore(doc, fourth, other)
        expect(sorted(readContent(doc))).toEqual(sorted(fourth))
      },
    ),
    { numRuns: RUNS },
  )
})

/** What a story says that was `from` and is now `now`, when the edits that led from `from` to `to` come late. */
function late(
  from: StoryContent,
  to: StoryContent,
  now: StoryContent,
  by: string | null = 'kit',
): { readonly doc: Y.Doc; readonly left: readonly string[] } {
  const doc = docSaying(from)
  restore(doc, now, null)
  const { left } = writeDifference(doc, from, to, {
    suggester: by === null ? null : suggesterOf(doc, by),
    origin: null,
  })
  return { doc, left }
}

const A = 'The ferry deal is done, the island says.'
const B = 'Nobody had asked the crew.'
const C = 'The last boat sails at nine.'
const FROM = storyOf(A, B, C)

test.each<[string, StoryContent, StoryContent, readonly string[]]>([
  [
    'words go where they belong, whatever stands elsewhere by now',
    storyOf(A, 'Nobody had asked the old crew.', C),
    storyOf('New at the top.', 'The ferry deal is off, the island says.', B, C),
    ['New at the top.', 'The ferry deal is off, the island says.', 'Nobody had asked the old crew.', C],
  ],
  [
    'a word that was replaced late, and is another by now, comes in beside that',
    storyOf(A, 'Nobody had asked the skipper.', C),
    storyOf(A, 'Nobody had asked the mate.', C),
    [A, 'Nobody had asked the skippermate.', C],
  ],
  ['words that are gone already need no deleting', storyOf(A, C), storyOf(A, C), [A, C]],
  [
    'words for a block that is gone stand at the end of the one before',
    storyOf(A, `${B} Twice.`, C),
    storyOf(A, C),
    [`${A} Twice.`, C],
  ],
  [
    'a new block doesn’t part words that somebody has put at the end of the one before it',
    storyOf(A, 'A new block.', B, C),
    storyOf(`${A} So they say.`, B, C),
    [`${A} So they say.`, 'A new block.', B, C],
  ],
  [
    'a new last block comes after its neighbour, before what others wrote below',
    storyOf(A, B, C, 'A new last block.'),
    storyOf(A, B, C, 'Others were here.'),
    [A, B, C, 'A new last block.', 'Others were here.'],
  ],
  [
    'a block that was taken out late keeps what others have put in',
    storyOf(A, C),
    storyOf(A, `${B} Twice.`, C),
    [A, ' Twice.', C],
  ],
  [
    'words before which nothing stands any more come first, in a paragraph of their own',
    storyOf(A, `${B} Twice.`, C),
    storyOf({ kind: 'picture', photo: 'p1' }),
    [' Twice.', 'picture: p1'],
  ],
  [
    'a rule between blocks that were joined comes after both',
    storyOf(A, { kind: 'rule' }, B, C),
    storyOf(`${A} ${B}`, C),
    [`${A} ${B}`, 'rule:', C],
  ],
  [
    'words behind a rule that comes in get a paragraph of their own',
    storyOf(`${A} More.`, { kind: 'rule' }, B, C),
    storyOf(`${A} ${B}`, C),
    [`${A} More.`, 'rule:', ` ${B}`, C],
  ],
  [
    'another kind is set wherever the block stands by now',
    storyOf(A, { kind: 'quote', level: 0, spans: plainSpans(B) }, C),
    storyOf('New.', A, B, C),
    ['New.', A, `quote: ${B}`, C],
  ],
])('late: %s', (_, to, now, expected) => {
  const { doc } = late(FROM, to, now)
  expect(linesOf(readContent(doc))).toEqual(expected)
  expect(linesOf(readContent(doc, 'was'))).toEqual(linesOf(now))
})

test('no late word is lost, and none of what others wrote since', () => {
  const text = (content: StoryContent): string => linesOf(content).join(' ')
  const marked = (sign: string) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(30), fc.nat(4)), { maxLength: 5 }),
        fc.array(fc.nat(30), { maxLength: 3 }),
      )
      .map(([comes, goes]) => {
        const lines = linesOf(FROM).map((line) => line.split(' '))
        for (const [k, at] of goes.entries()) lines[at % lines.length]?.splice(at % 5, 1 + (k % 3))
        const words: string[] = []
        for (const [k, [at, line]] of comes.entries()) {
          const word = `${sign}${k}`
          words.push(word)
          if (line === 4) lines.splice(at % (lines.length + 1), 0, [word])
          else lines[line % lines.length]?.splice(at % 8, 0, word)
        }
        if (goes.length > 1) lines.splice(1, 1)
        return { content: storyOf(...lines.map((line) => line.join(' '))), words }
      })
  fc.assert(
    fc.property(marked('late'), marked('since'), fc.constantFrom('kit', null), (one, other, by) => {
      const said = text(readContent(late(FROM, one.content, other.content, by).doc))
      const standing = [one, other].flatMap(({ content, words }) =>
        words.filter((word) => text(content).includes(word)),
      )
      for (const word of standing) expect(said).toContain(word)
    }),
    { numRuns: 100 },
  )
})

const withSlug = (slug: string): StoryContent => ({ ...FROM, fields: { ...FROM.fields, slug } })

test.each<[string, string, string | null, string, readonly string[]]>([
  ['nobody has changed it: set', 'old', null, 'late', []],
  ['somebody has: proposed all the same', 'since', 'kit', 'late', []],
  ['somebody has: left, and said so', 'since', null, 'since', ['slug']],
  ['somebody has set the same', 'late', null, 'late', []],
])('a field, and %s', (_, now, by, expected, told) => {
  const { doc, left } = late(withSlug('old'), withSlug('late'), withSlug(now), by)
  expect(readContent(doc).fields.slug).toBe(expected)
  expect(left).toEqual(told)
})

const MAP: Photo = {
  id: 'p1',
  hash: 'ab',
  alt: 'A map',
  caption: plainSpans('The map'),
  credit: '',
  crop: null,
}
const withPhoto = (...photos: readonly Photo[]): StoryContent => ({ ...FROM, photos })

test('late words for a photo that is gone bring it back, as a suggestion; directly they are told of', () => {
  const to = withPhoto({ ...MAP, caption: plainSpans('The map of the crossing') })
  const suggested = late(withPhoto(MAP), to, withPhoto())
  expect(readContent(suggested.doc).photos).toEqual(to.photos)
  expect(readContent(suggested.doc, 'was').photos).toEqual([])
  const direct = late(withPhoto(MAP), to, withPhoto(), null)
  expect(readContent(direct.doc).photos).toEqual([])
  expect(direct.left).toEqual(['photo:p1:'])
})

test('words keep a paragraph of their own where only a picture stands before them', () => {
  const map = { kind: 'picture', photo: 'p1' } as const
  const { doc } = late(storyOf(map, B), storyOf(map, `${B} Twice.`), storyOf(map))
  expect(linesOf(readContent(doc))).toEqual(['picture: p1', ' Twice.'])
})

test('each edit is a suggestion of its own, and all is one transaction', () => {
  const doc = docSaying(FROM)
  const to = storyOf('The ferry deal is off, the island says.', 'And back.', B, 'The last boat sails at ten.')
  let transactions = 0
  doc.on('afterTransaction', () => (transactions += 1))
  const { written } = writeDifference(doc, FROM, to, { suggester: suggesterOf(doc), origin: 'me' })
  expect(transactions).toBe(1)
  expect(written).toBe(3)
  expect(openSuggestions(doc).map(({ before, after, what }) => [before, after, what])).toEqual([
    ['done', 'off', ''],
    ['', 'And back.', 'New paragraph'],
    ['nine', 'ten', ''],
  ])
})

test.each(['kit', null])('one undo takes all of it back, and redo brings it again (by %s)', (by) => {
  fc.assert(
    fc.property(anyContent, anyContent, picks, (first, second, moves) => {
      const doc = docSaying(first)
      shuffle(doc, moves)
      const undo = createStoryUndo(doc)
      const was = readContent(doc)
      const suggester = by === null ? null : suggesterOf(doc, by)
      writeDifference(doc, was, second, { suggester, origin: undo.origin })
      undo.manager.undo()
      expect(readContent(doc)).toEqual(was)
      expect(openSuggestions(doc)).toEqual([])
      undo.manager.redo()
      expect(readContent(doc)).toEqual(second)
    }),
    { numRuns: 20 },
  )
})

test('where nothing differs nothing is written', () => {
  const doc = docSaying(FROM)
  const before = Y.encodeStateVector(doc)
  const how = { suggester: suggesterOf(doc), origin: null }
  expect(writeDifference(doc, FROM, FROM, how)).toEqual({ written: 0, left: [] })
  expect(Y.encodeStateVector(doc)).toEqual(before)
})
