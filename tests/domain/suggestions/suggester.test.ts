import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { addAuthor, authorsOf } from '../../../src/domain/story-doc.ts'
import { openSuggestions } from '../../../src/domain/suggestions/open-suggestions.ts'
import { enterMode } from '../../../src/domain/suggestions/suggester.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { copyOf, meet } from '../documents.ts'
import type { Reviewer } from './reviewed.ts'
import { body, drawn, indexIn, openIds, reviewer, storyOf } from './reviewed.ts'

type Case = readonly [string, (ann: Reviewer, ben: Reviewer, doc: Y.Doc) => unknown, string]

const entriesOf = (doc: Y.Doc): readonly unknown[] => [...suggestionIndex(doc).entries.values()]

describe('writes suggestions', () => {
  it.each<Case>([
    ['an insertion', (ann) => ann.insert('new ', 'beta'), '¶Alpha [+new ]beta gamma.'],
    ['a deletion', (ann) => ann.strike('beta'), '¶Alpha [-beta] gamma.'],
    [
      'over units that are struck already: once',
      (ann) => {
        ann.strike('beta')
        ann.strike('a beta g')
      },
      '¶Alph[-a beta g]amma.',
    ],
    [
      'one’s own insertion just goes',
      (ann) => {
        ann.insert('new ', 'beta')
        ann.strike('new ')
      },
      '¶Alpha beta gamma.',
    ],
    [
      'a part of one’s own, and words beside it',
      (ann) => {
        ann.insert('new ', 'beta')
        ann.strike('w be')
      },
      '¶Alpha [+ne][-be]ta gamma.',
    ],
    [
      'the insertion of somebody else is struck',
      (ann, ben) => {
        ann.insert('new ', 'beta')
        ben.strike('new')
      },
      '¶Alpha [+-new][+ ]beta gamma.',
    ],
    ['a format', (ann) => ann.format('beta', { bold: true }), '¶Alpha [~beta] gamma.'],
    [
      'a format of what is struck: left',
      (ann) => {
        ann.strike('be')
        ann.format('beta', { bold: true })
      },
      '¶Alpha [-be][~ta] gamma.',
    ],
    [
      'a format of one’s own insertion: nothing to suggest',
      (ann) => {
        ann.insert('new ', 'beta')
        ann.format('new', { bold: true })
      },
      '¶Alpha [+new ]beta gamma.',
    ],
    [
      'a format there and back: nothing left',
      (ann) => {
        ann.format('beta', { bold: true })
        ann.format('beta', { bold: null })
      },
      '¶Alpha beta gamma.',
    ],
    [
      'a format taken off a part of it',
      (ann) => {
        ann.format('beta', { bold: true })
        ann.format('et', { bold: null })
      },
      '¶Alpha [~b]et[~a] gamma.',
    ],
    ['a kind', (ann) => ann.keys('Alpha', { kind: 'quote' }), '[~¶]Alpha beta gamma.'],
    [
      'a kind there and back',
      (ann) => {
        ann.keys('Alpha', { kind: 'quote' })
        ann.keys('Alpha', { kind: 'paragraph' })
      },
      '¶Alpha beta gamma.',
    ],
    [
      'two formats at once',
      (ann) => ann.format('beta', { bold: true, link: 'https://x.test' }),
      '¶Alpha [~beta] gamma.',
    ],
    ['a new block', (ann) => ann.split('gamma'), '¶Alpha beta [+¶]gamma.'],
    ['a replacement', (ann) => ann.replace('beta', 'BETA'), '¶Alpha [-beta][+BETA] gamma.'],
  ])('%s', (_, write, expected) => {
    const doc = storyOf('Alpha beta gamma.')
    write(reviewer(doc), reviewer(doc, 'ben'), doc)
    expect(drawn(doc)).toBe(expected)
    expect(body(doc, 'was')).toEqual(['Alpha beta gamma.'])
  })

  it('over one’s own value the earlier one was before, in the same suggestion; over another’s, theirs', () => {
    const doc = storyOf('Alpha beta gamma.')
    const [ann, ben] = [reviewer(doc), reviewer(doc, 'ben')]
    ann.format('beta', { link: 'https://a.test' })
    ann.format('beta', { link: 'https://b.test' })
    ben.format('beta', { link: 'https://c.test' })
    expect(entriesOf(doc)).toMatchObject([
      { suggestion: 'ann1', name: 'link', was: null, to: 'https://b.test' },
      { suggestion: 'ben1', name: 'link', was: 'https://b.test', to: 'https://c.test' },
    ])
  })

  it('says whether there was something to leave', () => {
    const doc = storyOf('Alpha beta.')
    const ann = reviewer(doc)
    ann.strike('Al')
    const at = indexIn(ann.text, 'Alpha')
    const format = (from: number, count: number) =>
      doc.transact(() => ann.suggester.format(ann.text, { at: at + from, count }, { bold: true }, {}, 'x'))
    expect([format(2, 3), format(0, 5)]).toEqual([false, true])
    expect(body(doc)).toEqual(['*pha* beta.'])
  })

  it('signs each once, with who and when', () => {
    const doc = storyOf('Alpha beta.')
    const ann = reviewer(doc)
    ann.strike('beta', ann.insert('x', 'Alpha'))
    expect(openSuggestions(doc)).toMatchObject([{ id: 'ann1', by: 'ann', at: '2026-11-24T09:00:00Z' }])
    expect(ann.suggester.by).toBe('ann')
  })

  it('an author that one only suggested just goes; another is struck, once', () => {
    const doc = storyOf('Alpha beta.')
    const { suggester } = reviewer(doc)
    doc.transact(() => {
      suggester.enter('s1')
      addAuthor(doc, 'new', { name: 'New', role: '' })
      suggester.deleteItem(authorsOf(doc), 'new', 's2')
      suggester.deleteItem(authorsOf(doc), 'ada', 's3')
      suggester.deleteItem(authorsOf(doc), 'ada', 's4')
      suggester.deleteItem(authorsOf(doc), 'nobody', 's5')
    })
    expect([[...authorsOf(doc).keys()], openIds(doc)]).toEqual([['ada'], ['s3']])
  })
})

describe('an edit goes on the suggestion beside it', () => {
  type Beside = readonly [
    string,
    (ann: Reviewer, ben: Reviewer) => unknown,
    words: string,
    length: number,
    string,
  ]
  it.each<Beside>([
    ['nothing near', (ann) => ann.insert('new ', 'Alpha'), 'gamma', 0, 'ann2'],
    ['behind one’s insertion', (ann) => ann.insert('new ', 'beta'), 'beta', 0, 'ann1'],
    ['before it', (ann) => ann.insert('new ', 'beta'), 'new', 0, 'ann1'],
    ['in it', (ann) => ann.insert('new ', 'beta'), 'ew', 1, 'ann1'],
    ['one unit further', (ann) => ann.insert('new ', 'beta'), 'eta', 0, 'ann2'],
    ['beside one’s deletion', (ann) => ann.strike('beta'), ' gamma', 0, 'ann1'],
    ['over one’s deletion', (ann) => ann.strike('beta'), 'pha beta gam', 12, 'ann1'],
    ['beside another’s', (_, ben) => ben.insert('new ', 'beta'), 'beta', 0, 'ann1'],
    ['beside one’s format', (ann) => ann.format('beta', { bold: true }), ' gamma', 0, 'ann2'],
  ])('%s', (_, write, words, length, expected) => {
    const doc = storyOf('Alpha beta gamma.')
    const ann = reviewer(doc)
    write(ann, reviewer(doc, 'ben'))
    const at = indexIn(ann.text, words)
    expect(ann.suggester.suggestionFor(ann.text, at, at + length)).toBe(expected)
  })
})

describe('proposes values', () => {
  it.each<readonly [string, (ann: Reviewer, ben: Reviewer) => unknown, string, readonly string[]]>([
    ['one', (ann) => ann.propose('slug', 'a'), 'a', ['ann1']],
    [
      'another of one’s own: the same suggestion',
      (ann) => {
        ann.propose('slug', 'a')
        ann.propose('slug', 'b')
      },
      'b',
      ['ann1'],
    ],
    [
      'the value that stands: taken back',
      (ann) => {
        ann.propose('slug', 'a')
        ann.propose('slug', null)
      },
      '',
      [],
    ],
    ['the value that stands, without a proposal: nothing', (ann) => ann.propose('slug', null), '', []],
    [
      'after somebody else’s: on top',
      (ann, ben) => {
        ann.propose('slug', 'a')
        ben.propose('slug', 'b')
      },
      'b',
      ['ann1', 'ben1'],
    ],
    [
      'one’s own again, after somebody else’s: on top',
      (ann, ben) => {
        ann.propose('slug', 'a')
        ben.propose('slug', 'b')
        ann.propose('slug', 'c')
      },
      'c',
      ['ben1', 'ann1'],
    ],
    ['as part of a suggestion', (ann) => ann.propose('slug', 'a', 'x'), 'a', ['x']],
    [
      'of two fields: two',
      (ann) => {
        ann.propose('slug', 'a')
        ann.propose('place', 'PARIS')
      },
      'a',
      ['ann1', 'ann2'],
    ],
  ])('%s', (_, write, slug, ids) => {
    const doc = storyOf('Words.')
    write(reviewer(doc), reviewer(doc, 'ben'))
    expect([readContent(doc).fields.slug, openIds(doc)]).toEqual([slug, ids])
    expect(readContent(doc, 'was').fields.slug).toBe('')
  })

  it('two people at once: the same one counts everywhere', () => {
    const doc = storyOf('Words.')
    const [here, there] = [copyOf(doc, 5), copyOf(doc, 6)]
    reviewer(here).propose('slug', 'here')
    reviewer(there, 'ben').propose('slug', 'there')
    meet(here, there)
    expect(readContent(here)).toEqual(readContent(there))
    expect(openIds(here)).toEqual(openIds(there))
    expect(openIds(here)).toHaveLength(2)
  })
})

it('what is typed plainly behind a suggestion is plain', () => {
  const doc = storyOf('Alpha beta.')
  const ann = reviewer(doc)
  ann.insert('new ', 'beta')
  doc.transact(() => {
    enterMode(doc, null)
    ann.text.insert(indexIn(ann.text, 'beta'), 'plain ', {})
  })
  ann.insert('more ', 'beta')
  expect(drawn(doc)).toBe('¶Alpha [+new ]plain [+more ]beta.')
})

it('costs some thirty bytes for a deletion, and nothing for a key that is typed on', () => {
  const doc = storyOf('Alpha beta gamma delta.')
  const ann = reviewer(doc)
  const one = ann.insert('n', 'beta')
  const facts = doc.getMap('origins').size
  for (const letter of 'ewer') ann.insert(letter, 'beta', one)
  expect(doc.getMap('origins').size).toBe(facts)
  expect(entriesOf(doc)).toEqual([])
  let bytes = 0
  doc.on('update', (update: Uint8Array) => (bytes += update.length))
  for (const letter of 'gm dl') ann.strike(letter, one)
  expect(drawn(doc)).toContain('[-g]a[-m]')
  expect(bytes / 5).toBeLessThan(80)
})
