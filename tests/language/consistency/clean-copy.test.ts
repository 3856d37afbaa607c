import { describe, expect, it } from 'vitest'
import { CLEAN_COPY } from '../samples/clean-copy.ts'
import { flagsOf } from './flags-of.ts'

describe('clean agency copy', () => {
  it.each(CLEAN_COPY)('$title: nothing is flagged', ({ story }) => {
    expect(flagsOf(story).map(({ check, words, message }) => ({ check, words, message }))).toEqual([])
  })
})
