import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/domain/json.ts'
import type { Entry } from '../../../src/domain/suggestions/entry.ts'
import { suggestionIndex } from '../../../src/domain/suggestions/suggestion-index.ts'
import { takeBack } from '../../../src/domain/suggestions/take-back.ts'
import { reviewer, storyOf } from './reviewed.ts'

/** Who sets which link, one on top of the other, on all of the words or on a part. */
type Layer = readonly [by: string, value: Json, words?: string]

function layered(...layers: readonly Layer[]) {
  const doc = storyOf('Alpha beta.')
  const people = new Map<string, ReturnType<typeof reviewer>>()
  for (const [by, value, words = 'Alpha'] of layers) {
    const one = people.get(by) ?? reviewer(doc, by)
    people.set(by, one)
    one.format(words, { link: value }, by)
  }
  const text = doc.getText('body')
  const index = suggestionIndex(doc)
  return {
    doc,
    text,
    index,
    reject: (...rejected: readonly string[]) =>
      doc.transact(() => {
        takeBack(text, index, new Set(rejected))
      }),
    links: () => {
      const rows: { words: string; link: string }[] = []
      for (const { insert, attributes } of text.toDelta() as {
        insert: unknown
        attributes?: { link?: string }
      }[]) {
        if (typeof insert !== 'string') continue
        const [last, link] = [rows.at(-1), attributes?.link ?? '']
        if (last?.link === link) last.words += insert
        else rows.push({ words: insert, link })
      }
      return rows.map(({ words, link }) => `${words}:${link}`)
    },
    /** What is still open, each with what it stands on. */
    open: () =>
      [...index.entries.values()]
        .flatMap((entry: Entry) =>
          entry.type === 'set'
            ? [
                `${entry.suggestion} ${JSON.stringify(entry.was)}>${JSON.stringify(entry.to)}`.replaceAll(
                  '"',
                  '',
                ),
              ]
            : [],
        )
        .sort(),
  }
}

describe('a value is set back in the order in which one stands on the other', () => {
  it.each<readonly [string, readonly Layer[], readonly string[], string, readonly string[]]>([
    ['one', [['ann', 'a']], ['ann'], '', ['ann null>a']],
    ['none of the rejected', [['ann', 'a']], ['x'], 'a', ['ann null>a']],
    [
      'the upper of two',
      [
        ['ann', 'a'],
        ['ben', 'b'],
      ],
      ['ben'],
      'a',
      ['ann null>a', 'ben a>b'],
    ],
    [
      'the lower of two: the upper stands on what was before',
      [
        ['ann', 'a'],
        ['ben', 'b'],
      ],
      ['ann'],
      'b',
      ['ann null>a', 'ben null>b'],
    ],
    [
      'both',
      [
        ['ann', 'a'],
        ['ben', 'b'],
      ],
      ['ann', 'ben'],
      '',
      ['ann null>a', 'ben a>b'],
    ],
    [
      'the middle of three',
      [
        ['ann', 'a'],
        ['ben', 'b'],
        ['cat', 'c'],
      ],
      ['ben'],
      'c',
      ['ann null>a', 'ben a>b', 'cat a>c'],
    ],
    [
      'the lower two of three',
      [
        ['ann', 'a'],
        ['ben', 'b'],
        ['cat', 'c'],
      ],
      ['ann', 'ben'],
      'c',
      ['ann null>a', 'ben a>b', 'cat null>c'],
    ],
    [
      'the outer two of three',
      [
        ['ann', 'a'],
        ['ben', 'b'],
        ['cat', 'c'],
      ],
      ['ann', 'cat'],
      'b',
      ['ann null>a', 'ben null>b', 'cat b>c'],
    ],
    [
      'one that an open one brought back to what was before it: nothing is left of that',
      [
        ['ann', 'a'],
        ['ben', null],
      ],
      ['ann'],
      '',
      ['ann null>a'],
    ],
    [
      'one whose value an open one brought back',
      [
        ['ann', 'a'],
        ['ben', 'b'],
        ['cat', 'a'],
      ],
      ['ann'],
      'a',
      ['ann null>a', 'ben null>b', 'cat b>a'],
    ],
  ])('%s', (_, layers, rejected, link, open) => {
    const stack = layered(...layers)
    stack.reject(...rejected)
    expect(stack.links()).toEqual(link === '' ? ['Alpha beta.:'] : [`Alpha:${link}`, ' beta.:'])
    // Entries of the rejected are dropped by the decision, not here.
    expect(stack.open()).toEqual(open)
  })

  it('where only a part is stood on, only that part is written anew', () => {
    const stack = layered(['ann', 'a', 'Alpha'], ['ben', 'b', 'Alph'], ['ben', 'b', 'lpha'])
    stack.reject('ann')
    expect(stack.links()).toEqual(['Alpha:b', ' beta.:'])
    const part = layered(['ann', 'a', 'Al'], ['ben', 'b', 'Al'], ['ben', 'b', 'pha'])
    part.reject('ann')
    expect(part.open()).toEqual(['ann null>a', 'ben null>b', 'ben null>b'])
  })

  it('where something else was set since, there is nothing to take back', () => {
    const stack = layered(['ann', 'a'])
    stack.text.format(1, 5, { link: 'plain' })
    stack.reject('ann')
    expect(stack.links()).toEqual(['Alpha:plain', ' beta.:'])
  })

  it('keys of a head too', () => {
    const doc = storyOf('Alpha.', 'Beta.')
    const [ann, ben] = [reviewer(doc), reviewer(doc, 'ben')]
    ann.keys('Beta', { kind: 'bullet', level: 1 })
    ben.keys('Beta', { kind: 'number' })
    doc.transact(() => {
      takeBack(doc.getText('body'), suggestionIndex(doc), new Set(['ann1']))
    })
    const heads = (doc.getText('body').toDelta() as { insert: { toJSON?: () => unknown } }[]).flatMap(
      ({ insert }) => insert.toJSON?.() ?? [],
    )
    expect(heads).toEqual([{ kind: 'paragraph' }, { kind: 'number' }])
  })

  it('any stack of different values, any of it rejected: what stands is the uppermost that is left', () => {
    const stack = fc
      .integer({ min: 1, max: 6 })
      .chain((height) =>
        fc.tuple(fc.constant(height), fc.array(fc.boolean(), { minLength: height, maxLength: height })),
      )
    fc.assert(
      fc.property(stack, ([height, rejects]) => {
        const names = Array.from({ length: height }, (_, k) => `p${k}`)
        const { reject, links, open } = layered(...names.map((name): Layer => [name, name]))
        reject(...names.filter((_, k) => rejects[k]))
        const left = names.filter((_, k) => rejects[k] === false)
        const top = left.at(-1)
        expect(links()).toEqual(top === undefined ? ['Alpha beta.:'] : [`Alpha:${top}`, ' beta.:'])
        const chain = left.map((name, k) => `${name} ${left[k - 1] ?? 'null'}>${name}`)
        expect(open().filter((row) => left.some((name) => row.startsWith(`${name} `)))).toEqual(chain.sort())
      }),
      { numRuns: 60 },
    )
  })
})
