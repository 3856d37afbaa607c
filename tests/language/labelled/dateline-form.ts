import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('dateline-form')
const date = { fields: { date: '2025-09-03' } }

/** Datelines that aren't written as the newsroom or the agency writes them. */
export const DATELINE_FORM = [
  flags('small letters', ['London (AP) —'], { body: ['London (AP) — Talks went on.'] }),
  flags('a hyphen', ['LONDON (AP) -'], { body: ['LONDON (AP) - Talks went on.'] }),
  flags('a country too many', ['PARIS, France (AP) —'], { body: ['PARIS, France (AP) — Talks went on.'] }),
  flags(
    'in AFP style',
    ['PARIS (ZNA) —'],
    { ...date, body: ['PARIS (ZNA) — Talks went on.'] },
    { datelineStyle: 'AFP' },
  ),
  flags('in the field', [' (AFP)'], { fields: { place: 'PARIS (AFP)' } }),
  leaves('AP', { body: ['SPRINGFIELD, Ill. (AP) — Talks went on.'] }),
  leaves('AP with two hyphens', { body: ['GROSSETO, Italy (AP) -- Talks went on.'] }),
  leaves('Reuters’ own', { ...date, body: ['PARIS, Sept 3 (Reuters) - Talks went on.'] }),
  leaves('AFP’s own', { ...date, body: ['Paris, Sept 3, 2025 (AFP) - Talks went on.'] }),
  leaves('no dateline', {
    body: ['The Bank of Ruritania (BoR) - its central bank - cut rates.', 'Talks (long ones) went on.'],
  }),
]
