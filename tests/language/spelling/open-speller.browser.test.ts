import { expect, test } from 'vitest'
import { knownWords } from '../../../src/language/spelling/known-words.ts'
import { openHarperInWorker } from '../../../src/language/spelling/harper-in-worker.ts'
import { openSpeller } from '../../../src/language/spelling/open-speller.ts'
import { spellerFiles } from '../../../src/language/spelling/speller-files.ts'
import type { CheckedLine } from '../../../src/domain/checks/checked-story.ts'
import type { SpellingAnswer, SpellingQuestion } from '../../../src/language/spelling-messages.ts'

const bodyLine = (signs: string): CheckedLine => ({
  place: { to: 'text', text: 'body', block: 0 },
  part: 'body',
  kind: 'paragraph',
  signs,
})
const FAULTY = bodyLine('😀 The goverment sold a elderly horse.')

// Real WebAssembly, and the app's own files as they are served. The one without harper first: what has loaded it once keeps it.
test.each<[string, () => string]>([
  ['can’t be had', () => new URL('/nowhere/harper.wasm', location.href).href],
  ['is something else', () => spellerFiles('British').affixes],
])('where harper’s file %s, the dictionary alone finds misspellings', async (_, harper) => {
  const files = { ...spellerFiles('British'), harper: harper() }
  const speller = await openSpeller('British', { files, openHarper: openHarperInWorker })
  expect(speller.state()).toBe('dictionary')
  const flags = await speller.check([FAULTY], knownWords([]))
  expect(flags.flat().map(({ words, fixes }) => [words, fixes[0]])).toEqual([['goverment', 'government']])
  speller.close()
})

test('in a worker harper is loaded from where it stands, and finds faults of grammar too', async () => {
  const worker = new Worker(new URL('../../../src/language/spelling-worker.ts', import.meta.url), {
    type: 'module',
  })
  const ask = (question: SpellingQuestion): Promise<SpellingAnswer> =>
    new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => resolve(data), {
        once: true,
      })
      worker.addEventListener('error', reject, { once: true })
      worker.postMessage(question)
    })
  expect(await ask({ kind: 'open', dialect: 'British', words: [] })).toEqual({
    kind: 'opened',
    state: 'harper',
  })
  const answer = await ask({ kind: 'check', lines: [FAULTY] })
  const flags = answer.kind === 'flags' ? answer.flags.flat() : []
  expect(flags.map(({ check, words, fixes }) => [check, words, fixes[0]])).toEqual([
    ['spelling', 'goverment', 'government'],
    ['grammar', 'a', 'an'],
  ])
  worker.terminate()
})
