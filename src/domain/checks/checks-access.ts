import type { Role } from '../person.ts'
import type { ChecksChange } from './checks-change.ts'

/** Who may change what of a newsroom's check settings. Everybody reads them. */
export const CHECKS_ACCESS: Readonly<Record<ChecksChange['type'], readonly Role[]>> = {
  set: ['chief'],
  'switch checks': ['chief'],
  'switch rules': ['chief'],
  'put rules': ['chief'],
  'remove rules': ['chief'],
  'replace rules': ['chief'],
  allow: ['sub-editor', 'chief'],
  disallow: ['sub-editor', 'chief'],
}

/** May somebody with this role make such a change? */
export const mayChangeChecks = (role: Role | undefined, type: ChecksChange['type']): boolean =>
  role !== undefined && CHECKS_ACCESS[type].includes(role)

/** Why somebody with this role may not make such a change, in words for people; null where they may. */
export function whyNotChecks(role: Role, type: ChecksChange['type']): string | null {
  if (mayChangeChecks(role, type)) return null
  return CHECKS_ACCESS[type].includes('sub-editor')
    ? 'Only sub-editors and chiefs say which words are always allowed. Nothing was changed; ignore it in this story instead.'
    : 'Only a chief changes what stories are checked for. Nothing was changed.'
}
