import { expect, it } from 'vitest'
import { CHECK_NAMES } from '../../../src/domain/checks/check-names.ts'

it('names every check once, with a label and a line for people', () => {
  const names = CHECK_NAMES.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name, label, looksFor } of CHECK_NAMES) {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(label).not.toBe('')
    expect(looksFor).toMatch(/\.$/)
  }
})
