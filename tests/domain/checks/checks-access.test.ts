import { expect, test } from 'vitest'
import { CHECKS_ACCESS, mayChangeChecks, whyNotChecks } from '../../../src/domain/checks/checks-access.ts'
import type { ChecksChange } from '../../../src/domain/checks/checks-change.ts'
import type { Role } from '../../../src/domain/person.ts'

const types = Object.keys(CHECKS_ACCESS) as readonly ChecksChange['type'][]
const roles: readonly Role[] = ['reporter', 'sub-editor', 'chief']

test.each(types.flatMap((type) => roles.map((role) => [role, type] as const)))('%s: %s', (role, type) => {
  const isWord = type === 'allow' || type === 'disallow'
  const may = role === 'chief' || (role === 'sub-editor' && isWord)
  expect(mayChangeChecks(role, type)).toBe(may)
  const refusal = isWord ? /sub-editors and chiefs/ : /Only a chief/
  expect(whyNotChecks(role, type) ?? 'they may').toMatch(may ? /^they may$/ : refusal)
})

test('nobody changes nothing', () => {
  expect(mayChangeChecks(undefined, 'allow')).toBe(false)
})
