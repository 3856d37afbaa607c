import { FILLER, labelledFor } from './one-check.ts'

const { flags, leaves } = labelledFor('person-spelt-two-ways')

/** One person's name in two spellings. */
export const PERSON_SPELT_TWO_WAYS = [
  flags('caption against body', ['Zelenskiy'], {
    caption: 'President Volodymyr Zelenskiy in Kyiv on Tuesday. — Reuters',
    body: ['President Volodymyr Zelensky spoke to reporters.', 'Zelensky said talks would go on.'],
  }),
  flags('an accent in a given name', ['Jean-Noël'], {
    caption: 'Jean-Noël Barrot in Paris on Tuesday. — AFP',
    body: ['Foreign Minister Jean-Noel Barrot met his counterpart.', 'Jean-Noel Barrot will travel on.'],
  }),
  flags('a slip further down', ['Okonjo-Iwaela'], {
    body: ['Ngozi Okonjo-Iweala leads the body.', 'Okonjo-Iweala said so.', 'Later Okonjo-Iwaela left.'],
  }),
  flags('in the possessive', ['Starmor'], {
    headline: 'MPs back Starmor’s plan',
    body: ['Prime Minister Keir Starmer won the vote.', 'Starmer thanked them.'],
  }),
  flags('a given name that sounds alike', ['Jon'], {
    body: ['John Hutchins was mayor.', 'John Hutchins resigned.', 'Friends of Jon Hutchins said so.'],
  }),
  flags('the whole name twice', ['McConnel'], {
    body: [
      'Senator Mitch McConnell spoke.',
      'Mitch McConnell left; McConnell was tired.',
      'Aides to Mitch McConnel agreed.',
    ],
  }),
  flags('a name of many spellings', ['Mohammed'], {
    caption: 'Mohammed Yunus in Dhaka on Monday. Photo: AFP',
    body: ['Muhammad Yunus leads Bangladesh.'],
  }),
  flags('at a headline’s beginning', ['Zelenskyy'], {
    headline: 'Zelenskyy thanks allies',
    body: ['President Volodymyr Zelensky thanked allies.', 'Zelensky left.'],
  }),
  flags('behind particles', ['Leyden'], {
    caption: 'Ursula von der Leyden in Brussels on Monday. — Reuters',
    body: ['Commission President Ursula von der Leyen spoke.'],
  }),
  leaves('two people', { body: ['John Smith met Jane Smyth.', 'Smith and Smyth shook hands.'] }),
  leaves('a family, a wife and an adjective', {
    body: [
      'Donald Trump and the Trumps.',
      'Igor Ivanov and Ivanova danced.',
      'Mark Martin led the Martins home.',
    ],
  }),
  leaves('places and given names that look alike', {
    body: ['George Georgi went to Georgia.', 'Paul Jordan flew to Jordan with Jordana Weiss.'],
  }),
  leaves('initials and short forms', {
    body: ['George W. Bush spoke.', 'George Bush left.', 'Joe Biden, born Joseph Biden.'],
  }),
  leaves('relatives', { body: ['Erik Larsen and Erika Larsen married.', 'Juan Perez sued Juana Perez.'] }),
  leaves('ordinary words that begin sentences', {
    body: [FILLER, 'Keir Starmer spoke.', 'Starter homes will be built.'],
  }),
]
