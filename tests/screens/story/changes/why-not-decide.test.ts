import { describe, expect, it } from 'vitest'
import type { Right } from '../../../../src/domain/access.ts'
import { rejectName, whyNotDecide } from '../../../../src/screens/story/changes/why-not-decide.ts'

const WHY = 'It is in review: only whoever claimed it and a chief edit it.'
const saved = { kind: 'saved' } as const

describe('who decides', () => {
  const cases: readonly (readonly [Right, by: string, 'accept' | 'reject', string])[] = [
    ['edit', 'kit', 'accept', ''],
    ['edit', 'kit', 'reject', ''],
    ['suggest', 'me', 'reject', ''],
    ['suggest', 'me', 'accept', `${WHY} You can take back what you suggested.`],
    ['suggest', 'kit', 'reject', `${WHY} You can take back what you suggested.`],
    ['comment', 'me', 'reject', WHY],
    ['read', 'kit', 'accept', WHY],
  ]
  it.each(cases)('with the right to %s, on one by %s, to %s: %s', (right, by, verdict, why) => {
    const access = { right, why: right === 'edit' ? '' : WHY }
    expect(whyNotDecide({ access, save: saved, me: 'me' }, by, verdict)).toBe(why)
  })

  it('nobody, where the story can’t be written', () => {
    const save = { kind: 'read-only', message: 'It was closed.' } as const
    expect(whyNotDecide({ access: { right: 'edit', why: '' }, save, me: 'me' }, 'me', 'reject')).toBe(
      'It was closed.',
    )
  })
})

it('one’s own is withdrawn, another’s rejected', () => {
  expect(rejectName('me', 'me')).toBe('Withdraw')
  expect(rejectName('kit', 'me')).toBe('Reject')
})
