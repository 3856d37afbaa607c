import { describe, expect, it } from 'vitest'
import { CHECK_NAMES } from '../../../src/domain/checks/check-names.ts'
import { CONSISTENCY_TEXTS } from '../labelled/consistency-texts.ts'
import { flagsOf } from './flags-of.ts'

describe.each(Object.entries(CONSISTENCY_TEXTS))('%s', (check, texts) => {
  it.each(texts)('$title', ({ build, settings, must }) => {
    const flags = flagsOf(build(), settings).filter((flag) => flag.check === check)
    expect(flags.map(({ words }) => words).sort()).toEqual(must.map(({ words }) => words).sort())
  })
})

it('has texts for every consistency check, with what must and what must not be flagged', () => {
  const names = CHECK_NAMES.filter(({ kind }) => kind === 'consistency').map(({ name }) => name)
  expect(Object.keys(CONSISTENCY_TEXTS).sort()).toEqual([...names].sort())
  for (const texts of Object.values(CONSISTENCY_TEXTS)) {
    expect(texts.some(({ must }) => must.length > 0)).toBe(true)
    expect(texts.some(({ must }) => must.length === 0)).toBe(true)
  }
})
