import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('figures-differ')

/** Counts that headline, dek or caption give otherwise than the body. */
export const FIGURES_DIFFER = [
  flags('a toll', ['12'], {
    headline: 'Blast kills 12 in market',
    body: ['At least 14 people were killed on Monday.'],
  }),
  flags('a toll in words', ['Twelve'], {
    headline: 'Twelve dead after ferry sinks',
    body: ['The sinking killed 15 people.'],
  }),
  flags('jobs', ['3,000'], {
    headline: 'Airline to cut 3,000 jobs',
    body: ['The airline will cut 4,000 jobs by May.'],
  }),
  flags('arrests in the caption', ['9'], {
    caption: 'Police in Leeds, where 9 people were arrested on Monday. Photo: PA',
    body: ['Police said 11 people were arrested after the march.'],
  }),
  flags('a sum', ['$1.5bn'.slice(1)], {
    headline: 'Chipmaker to pay $1.5bn for rival',
    body: ['The chipmaker will pay $1.8 billion for its rival.'],
  }),
  flags('years in prison', ['10'], {
    headline: 'Trader jailed for 10 years',
    body: ['The trader was sentenced to 12 years in prison.'],
  }),
  flags('a toll that rose', ['30'], {
    headline: 'Floods kill 30',
    body: ['The death toll from the floods rose to 34 on Monday.'],
  }),
  flags('a percentage', ['3.2'], {
    headline: 'Inflation rises to 3.2%',
    body: ['Inflation rose to 3.8% in May.'],
  }),
  leaves('the same in words', { headline: 'Blast kills 12', body: ['Twelve people were killed.'] }),
  leaves('a sum of parts', { headline: 'Blast kills 12', body: ['Ten men and two women were killed.'] }),
  leaves('about so many', {
    headline: 'Nearly 100 killed in quake',
    body: ['At least 94 people were killed.'],
  }),
  leaves('two tolls in the body', {
    headline: 'Blast kills 12',
    body: ['It killed 12 people, after 30 people were killed in May.'],
  }),
  leaves('rounded', { headline: 'Shares fall 6%', body: ['Shares in the firm fell 6.2% on Monday.'] }),
  leaves('other things', {
    headline: 'Two ministers quit',
    body: ['Five ministers stayed for 14 hours, and two people were hurt.'],
  }),
  leaves('more of them', {
    headline: 'Fire kills four',
    body: ['Four people were killed. Another two people were killed on Sunday.'],
  }),
]
