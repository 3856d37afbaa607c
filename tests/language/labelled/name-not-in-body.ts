import { FILLER, labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('name-not-in-body')

/** People whom the body never names. */
export const NAME_NOT_IN_BODY = [
  flags('the caption’s person', ['Helen Marsh'], {
    caption: 'Minister Helen Marsh in Hull on Monday. Photo: PA',
    body: [FILLER],
  }),
  flags('the headline’s speaker', ['Barnier'], {
    headline: 'Barnier warns of a long winter',
    body: [FILLER],
  }),
  flags('the dek’s person', ['Lucy Powell'], {
    dek: 'A plan by Lucy Powell divides the coast',
    body: [FILLER],
  }),
  flags('a titled surname', ['Milei'], { dek: 'Farmers hope that President Milei will pay', body: [FILLER] }),
  leaves('who is there by surname', {
    headline: 'Marsh sets out plan',
    dek: 'A plan by Helen Marsh',
    body: [FILLER, 'Minister Helen Marsh spoke.'],
  }),
  leaves('places, firms and peoples', {
    headline: 'Brussels says Google must pay',
    dek: 'French warn of a fight',
    body: [FILLER],
  }),
  leaves('a photographer', {
    caption: 'A sea wall in Hull on Monday. (AP Photo/Helen Marsh)',
    body: [FILLER],
  }),
  leaves('a body of a few words', {
    caption: 'Helen Marsh in Hull on Monday. Photo: PA',
    body: ['The plan is out.'],
  }),
  leaves('a headline in title case', { headline: 'Marsh Warns Towns Of Long Winter', body: [FILLER] }),
  leaves('a spelling that another check speaks of', {
    headline: 'Zelenskiy warns of winter',
    body: [FILLER, 'Volodymyr Zelensky spoke.'],
  }),
]
