import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StoryContent } from '../../../src/domain/story-content.ts'
import { importCopy, toContent } from '../../../src/formats/import-copy.ts'
import { counter } from '../../formats/tokens.ts'
import { flagsOf } from './flags-of.ts'

const SETTINGS = { sections: ['World'], language: 'en-GB', today: '2025-10-20' }

function imported(file: URL): StoryContent {
  const answer = importCopy({ bytes: new Uint8Array(readFileSync(file)), name: 'copy.txt' }, SETTINGS)
  if (!answer.ok || answer.kind !== 'copy') throw new Error('This must be read as copy.')
  return toContent(answer.recognition, SETTINGS, counter())
}

const found = (content: StoryContent): readonly string[] =>
  flagsOf(content).map(({ check, words }) => `${check}: ${words.length > 20 ? '…' : words}`)

const marks = ['quotes-mixed: "', "quotes-mixed: '", 'alt-repeats-caption: …']

describe('agency copy with the usual faults', () => {
  it('finds each of them and nothing else', () => {
    const content = imported(new URL('../samples/agency-with-faults.txt', import.meta.url))
    expect([...found(content)].sort()).toEqual(
      [
        'person-spelt-two-ways: Tammiste',
        'person-spelt-two-ways: Tammiste',
        'possessive-missing: Finlands',
        'possessive-missing: Estonias',
        'possessive-missing: NATOs',
        ...marks,
      ].sort(),
    )
  })

  it('proposes what should stand there, with the story’s own apostrophe', () => {
    const flags = flagsOf(imported(new URL('../samples/agency-with-faults.txt', import.meta.url)))
    const fixes = flags.filter(({ check }) => check !== 'quotes-mixed').flatMap(({ fixes }) => fixes)
    expect(new Set(fixes)).toEqual(new Set(['Tammist', 'Finland’s', 'Estonia’s', 'NATO’s']))
  })

  const shared = new URL('../../../../shared/samples/afp-europe-guarantees.txt', import.meta.url)
  it.skipIf(!existsSync(shared))('the shared sample: each of them and nothing else', () => {
    expect([...found(imported(shared))].sort()).toEqual(
      [
        'person-spelt-two-ways: Zelenskiy',
        'person-spelt-two-ways: Zelenskiy',
        'possessive-missing: Frances',
        'possessive-missing: Ukraines',
        'possessive-missing: NATOs',
        ...marks,
      ].sort(),
    )
  })
})
