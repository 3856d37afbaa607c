import { storyOf } from '../labelled/story-of.ts'
import type { CleanCopy } from './clean-copy.ts'

const copy = (title: string, words: Parameters<typeof storyOf>[0]): CleanCopy => ({
  title,
  story: storyOf(words),
})

/** More invented agency copy, written after the checks were, by somebody who did not write them. */
export const AGENCY_COPY: readonly CleanCopy[] = [
  copy('politics: a coalition falls', {
    headline: 'Bulgarian coalition falls after Socialists walk out over lignite plan',
    dek: 'President to begin talks with parties on Monday; snap election possible in March',
    fields: { date: '2025-11-28', place: 'SOFIA', source: 'AFP', language: 'en-GB' },
    caption:
      'Energy Minister Plamen Hadzhiev speaks to reporters outside parliament in Sofia, Bulgaria, on November 27, 2025. — AFP/Nikolay Doychinov',
    alt: 'A man in a dark overcoat stands before a row of microphones on wet cobbles.',
    credit: 'Nikolay Doychinov/AFP',
    body: [
      'Bulgaria’s three-party coalition collapsed on Thursday after the Socialists withdrew their four ministers in protest at a plan to close two lignite mines in the Maritsa basin by 2029.',
      'Prime Minister Vesela Kostadinova said she would hand her resignation to the president within hours. “I will not beg anyone to govern,” she told a late-night sitting of the National Assembly.',
      'The walkout leaves her centre-right party and its liberal ally with 109 of 240 seats, too few to pass the budget that is due before the end of the year.',
      'Socialist leader Dragomir Velev said the closures would put more than 11,000 people out of work in a region “that has already given enough”. Energy Minister Plamen Hadzhiev, who drew up the plan, accused him of scaremongering.',
      'The European Commission has linked some €1.2 billion in recovery funds to a phase-out of coal. A spokeswoman in Brussels declined to comment on what she called an internal matter.',
      'President Iliana Petkova will meet the parties’ leaders from Monday. If none of them can form a government, voters would go to the polls in March for the eighth time in five years.',
    ],
  }),
  copy('business: a central bank and an airline', {
    headline: 'Kenya Airways seeks $420 million lifeline as shilling slips',
    dek: 'Carrier in talks with four lenders; government rules out a further guarantee',
    fields: { date: '2025-11-20', place: 'NAIROBI', source: 'Reuters', language: 'en-GB' },
    body: [
      'NAIROBI, Nov 20 (Reuters) - Kenya Airways is in talks with four lenders to raise $420 million after higher fuel bills and a weaker shilling pushed it back into the red, its chief executive said on Thursday.',
      'The airline, in which Air France-KLM holds 7.8%, reported a pre-tax loss of 12.2 billion shillings for the six months to September, against a profit of 513 million a year earlier.',
      '“We do not need a bailout, we need time,” Wycliffe Odhiambo told a news conference. He said three of the carrier’s nine Boeing 787-8 Dreamliners had been grounded since April for want of spare parts.',
      'Finance Minister Zipporah Mwende said last week that the state, which owns just under half of the shares, would not guarantee any more of its debt.',
      'Revenue rose 4% to 96.4 billion shillings as more tourists flew in from Europe, but costs climbed by 17%.',
      'The shares, which resumed trading in January after a four-year suspension, closed down 6.3% at 4.46 shillings. The benchmark index ended flat.',
      'Odhiambo said a deal could be signed “before the rains are over”. Analysts at Sterling Capital said that looked optimistic.',
    ],
  }),
  copy('sport: a tennis final', {
    headline: 'Kovarova saves four match points to win Linz title',
    dek: 'Czech qualifier beats top seed in three hours and 11 minutes',
    fields: { date: '2025-10-12', language: 'en-GB' },
    caption:
      'Adela Kovarova of the Czech Republic kisses the trophy after beating Elena Marchetti in the final in Linz, Austria, on Sunday. Photograph: Georg Hölzl/EPA',
    credit: 'Georg Hölzl/EPA',
    body: [
      'Adela Kovarova became the first qualifier to win the Linz Open when she came from a set and 5-2 down to beat the top seed, Elena Marchetti, 4-6, 7-6 (8-6), 6-4 on Sunday.',
      'The 22-year-old from Ostrava, ranked 131 in the world, saved four match points in the second-set tie-break, one of them with a lob that landed on the baseline.',
      '“I told myself: hit it as if it were practice,” Kovarova said. “Then I closed my eyes.”',
      'Marchetti, who had not dropped a set all week, received treatment on her left thigh before the decider and double-faulted to lose her serve in the fifth game.',
      '“She deserved it. I had my chances and I didn’t take them,” said the Italian, 29, who will nevertheless climb to sixth in the WTA rankings on Monday.',
      'Kovarova’s coach, the former doubles player Radek Simunek, was in tears in the stands. He had driven through the night from Brno after missing a flight.',
      'In the doubles, Britain’s Harriet Dunmore and Lin Yu-chen of Taiwan defeated the second seeds, Kato and Perez, 6-3, 3-6, 10-7.',
    ],
  }),
  copy('disaster: a landslide', {
    headline: 'At least 27 dead as landslide buries Sumatra market',
    dek: 'Rescuers dig by hand after road to Tanah Datar is cut; more rain forecast',
    fields: { date: '2025-12-02', place: 'PADANG, Indonesia', source: 'AP', language: 'en-US' },
    caption:
      'Rescuers carry a survivor through mud after a landslide in Tanah Datar, West Sumatra, Indonesia, Monday, Dec. 1, 2025. (AP Photo/Ardi Saputra)',
    alt: 'Six men in orange overalls lift a stretcher over broken planks; behind them a hillside has come away.',
    credit: 'Ardi Saputra/AP',
    body: [
      'PADANG, Indonesia (AP) — At least 27 people were killed and dozens were missing after a hillside gave way above a crowded market on the Indonesian island of Sumatra, officials said Tuesday.',
      'Torrential rain had fallen for three days before mud, rocks and uprooted trees swept through the village of Lima Kaum at about 8 a.m. on Monday, burying stalls and a primary school that was closed for a holiday.',
      '“There was a sound like thunder, and then the mosque was gone,” said Yusniar, a 51-year-old chili seller who, like many Indonesians, uses a single name. She had lost her husband and a nephew, she said.',
      'The road from Padang was blocked in at least nine places, and two excavators had to turn back. Soldiers and volunteers dug with hoes and bare hands.',
      'Abdul Muhari, spokesman for the National Disaster Management Agency, said 64 people were being treated for injuries and 1,900 had been moved to tents and schools.',
      'The meteorological agency warned of more heavy rain until Thursday. In May 2024, cold lava and flash floods on the slopes of Mount Marapi killed 67 people in the same district.',
    ],
  }),
  copy('courts: a fraud trial in New York', {
    headline: 'Former hedge fund manager gets 11 years for $340 million fraud',
    dek: 'Judge rejects plea for leniency; victims include a teachers’ pension fund',
    fields: { date: '2025-10-30', place: 'NEW YORK', source: 'AP', language: 'en-US' },
    caption:
      'Gregory Tannenbaum leaves federal court in Manhattan, Wednesday, Oct. 29, 2025, in New York. (AP Photo/Denise Calloway)',
    credit: 'AP',
    body: [
      'NEW YORK (AP) — A former hedge fund manager who hid mounting losses from investors for nearly a decade was sentenced Wednesday to 11 years in prison by a federal judge who called his crimes “breathtaking in their patience.”',
      'Gregory Tannenbaum, 58, pleaded guilty in March to securities fraud and two counts of wire fraud. Prosecutors said he forged audit letters and mailed fake statements to 212 clients, among them a pension fund for Ohio teachers.',
      'In court, Tannenbaum wept as he apologized to his wife and to the investors who filled three rows of the gallery. “I told myself I would make it back,” he said. “I never could.”',
      'U.S. District Judge Carla Whitfield ordered him to forfeit $71 million and a house in Sag Harbor. She rejected a defense request for a term of no more than five years.',
      'Linda Paciorek, a retired bus driver from Toledo, told the judge she had gone back to work at 69. “He called me every Christmas,” Paciorek said.',
      'Assistant U.S. Attorney Marcus Yee said the government had recovered about 40 cents on the dollar. Tannenbaum must report to prison by Jan. 6.',
    ],
  }),
  copy('culture: a stolen painting comes back', {
    headline: 'Stolen Dutch still life returns to Budapest museum after 41 years',
    dek: '“We kept the nail in the wall,” says director, as Heda’s breakfast piece is hung again',
    fields: { date: '2025-09-19', language: 'en-GB' },
    caption:
      'Museum director Judit Szemere unveils the painting in Budapest on Thursday. Photograph: Bence Tolnai/Reuters',
    alt: 'Two people in white gloves hold a small, dark painting of a pewter jug and a half-peeled lemon.',
    credit: 'Bence Tolnai/Reuters',
    body: [
      'A 17th-century still life that was cut from its frame in a Budapest museum in 1984 went back on show on Thursday, after it turned up in the attic of a guest house on Lake Como.',
      'The small oil, attributed to the Haarlem painter Willem Claesz Heda, shows a pewter jug, an oyster and a half-peeled lemon. It is thought to be worth at least £2.5m.',
      'Italian police found it in May while searching the property of a retired antiques dealer, who has since died. His heirs agreed to give it up without payment.',
      '“We kept the nail in the wall,” said the museum’s director, Judit Szemere. “My predecessors believed it would come home, and so did I.”',
      'Conservators spent 10 weeks removing soot and a layer of yellowed varnish. A tear in the lower left corner has been left visible on purpose, Szemere said.',
      'Two other works taken on the same night, a flower piece by Rachel Ruysch and a drawing once ascribed to Tiepolo, are still missing. A reward of 30m forints remains on offer.',
      'The exhibition runs until 11 January. Admission is free on Wednesdays, and for under-18s at all times.',
    ],
  }),
]
