import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairItems } from '../../../src/domain/compare/compare-items.ts'

type Item = { readonly id: string; readonly name: string; readonly file: string }
const items = (text: string): readonly Item[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const [id = '', name = '', file = ''] = word.split('/')
      return { id, name, file }
    })
const paired = (before: readonly Item[], after: readonly Item[]) =>
  pairItems(before, after, [(item) => item.file, (item) => item.name])

type Case = readonly [what: string, before: string, after: string, pairs: string]
const cases: readonly Case[] = [
  ['nothing', '', '', ''],
  ['ids first, whatever they say', 'a/Jo b/Kim', 'a/Kim b/Jo', 'a=a b=b'],
  ['by the first that tells', 'a/Jo/f', 'x/Jo/g y/Kim/f', '-x a=y'],
  ['by the next, where the first says nothing', 'a/Jo', 'x/Jo/f', 'a=x'],
  ['not where two say it', 'a/Jo b/Jo', 'x/Jo', 'a- b- -x'],
  ['by name among those that the ids left', 'a/Jo b/Jo', 'a/Jo x/Jo', 'a=a b=x'],
  ['moved: the fewest', 'a b c', 'c a b', 'c=c! a=a b=b'],
  ['gone ones stand behind their neighbour', 'a b c d', 'd a', 'd=d! a=a b- c-'],
  ['gone ones that stood first stand first', 'a b', 'x b', 'a- -x b=b'],
]
test.each(cases)('%s', (_what, before, after, pairs) => {
  const shown = paired(items(before), items(after)).map((pair) => {
    if (!pair.before || !pair.after) return pair.before ? `${pair.before.id}-` : `-${pair.after?.id ?? ''}`
    return `${pair.before.id}=${pair.after.id}${pair.moved ? '!' : ''}`
  })
  expect(shown.join(' ')).toBe(pairs)
})

test('each item is there once, and those of after are in their order', () => {
  const list = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      name: fc.constantFrom('', 'Jo', 'Kim'),
      file: fc.constantFrom('', 'f', 'g'),
    }),
    { selector: (item) => item.id, maxLength: 6 },
  )
  fc.assert(
    fc.property(list, list, (before, after) => {
      const pairs = paired(before, after)
      expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
      const own = pairs.flatMap((pair) => pair.before ?? [])
      expect(new Set(own)).toEqual(new Set(before))
      expect(own.length).toBe(before.length)
    }),
  )
})
