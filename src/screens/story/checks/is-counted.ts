import type { Flag } from '../../../domain/checks/flag.ts'

/** Does a flag say that something is wrong? Advice, and what is right, are shown and not counted. */
export const isCounted = ({ weight }: Pick<Flag, 'weight'>): boolean =>
  weight === 'fault' || weight === 'forced'
