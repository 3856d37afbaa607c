import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('places-differ')

/** One town in two countries, one event in two places. */
export const PLACES_DIFFER = [
  flags('a town', ['Springfield, Missouri'.slice(13)], {
    caption: 'A fire in Springfield, Missouri, on Monday. Photo: PA',
    body: ['The fire in Springfield, Illinois, was put out.'],
  }),
  flags('an event', ['Brussels'], {
    headline: 'Leaders fail at summit in Brussels',
    body: ['The summit in Paris ended late.'],
  }),
  flags('the dateline', ['LONDON'], { fields: { place: 'PARIS' }, body: ['LONDON (AP) — Talks went on.'] }),
  flags('what a quake hits', ['Tokyo'], {
    headline: 'Earthquake hits Tokyo',
    body: ['An earthquake struck Osaka on Monday.'],
  }),
  leaves('a country and its town', {
    headline: 'Quake in Turkey kills two',
    body: ['The quake in Istanbul was strong.'],
  }),
  leaves('both in the body', {
    headline: 'Summit in Brussels fails',
    body: ['After the summit in Paris they went to Brussels.'],
  }),
  leaves('the same dateline', { fields: { place: 'LONDON' }, body: ['LONDON (AP) — Talks went on.'] }),
]
