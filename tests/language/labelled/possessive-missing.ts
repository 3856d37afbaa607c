import { labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('possessive-missing')

/** Possessives without their apostrophe. */
export const POSSESSIVE_MISSING = [
  flags('countries and a body', ['Frances', 'Ukraines', 'NATOs'], {
    caption:
      'Frances President Emmanuel Macron and Ukraines President meet NATOs Heads of State in The Hague on Monday. — Reuters',
  }),
  flags('a noun in small letters', ['Germanys'], { body: ['It was felt across Germanys largest state.'] }),
  flags('a town', ['Londons'], { body: ['They met Londons mayor.'] }),
  flags('a person of the story', ['Macrons'], {
    body: ['Emmanuel Macron spoke.', 'It came from Macrons office.'],
  }),
  leaves('real plurals and names', {
    body: [
      'The United States President met the Americas first leader in Wales.',
      'Netherlands coach and Philippines President agree.',
      'The two Germanys government.',
    ],
  }),
  leaves('a given name', { body: ['Frances McDormand won.', 'Frances first film was short.'] }),
  leaves('families', { body: ['Emmanuel Macron spoke.', 'The Macrons first dog died.'] }),
  leaves('plurals of acronyms', { body: ['MPs first vote and NGOs leaders; CEOs top pay.'] }),
  leaves('a surname in s', {
    body: ['Serena Williams coach spoke. William Hague left. Williams coach left.'],
  }),
  leaves('written well', {
    body: ['France’s President met NATO’s Heads.', 'Germans first, said Americans leaders.'],
  }),
]
