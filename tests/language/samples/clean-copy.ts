import type { StoryContent } from '../../../src/domain/story-content.ts'
import { storyOf } from '../labelled/story-of.ts'

/** Copy in which nothing is wrong: no check of consistency may flag a word of it. */
export type CleanCopy = { readonly title: string; readonly story: StoryContent }

const clean = (title: string, words: Parameters<typeof storyOf>[0]): CleanCopy => ({
  title,
  story: storyOf(words),
})

/** Invented news in the manner of agencies, one of each desk. */
export const CLEAN_COPY: readonly CleanCopy[] = [
  clean('politics', {
    headline: 'Norland minister quits over flood spending',
    dek: 'Harriet Lowe says she “could not defend” the cuts; prime minister promises an inquiry',
    fields: { date: '2025-09-03', place: 'Oslo, Norland', source: 'AP' },
    caption:
      'Environment Minister Harriet Lowe leaves parliament in Oslo, Norway, on Tuesday, Sept. 2, 2025. (AP Photo/Ida Berg)',
    alt: 'A woman in a grey coat walks down stone steps, watched by photographers behind a rope.',
    credit: 'Ida Berg/AP',
    body: [
      'Environment Minister Harriet Lowe resigned on Tuesday, saying she could no longer defend cuts to flood defences that her own officials had warned against.',
      'In a letter to Prime Minister Anders Holm, Lowe said the government had “chosen to look away” when the river authority asked for 1.4 billion crowns in the spring.',
      '“I could not defend in public what I had opposed in private,” she wrote.',
      'Holm’s office said he had accepted the resignation with regret and would name a successor by Friday. The prime minister promised an inquiry into how the money was spent.',
      'Opposition leader Karin Dahl called the affair a disgrace. “This government was told in March, in April and again in June,” Dahl told reporters outside parliament.',
      'The river authority, the NVRA, has said that two-thirds of the country’s dykes need repair. At least 14 people died in floods last November.',
      'Lowe, 47, a former mayor, joined the cabinet in 2022. Her resignation is the third from Holm’s cabinet this year.',
    ],
  }),
  clean('sport', {
    headline: 'Late Okafor goal sends Rovers into cup final',
    dek: 'Home side hit the post twice before substitute strikes in the 88th minute',
    fields: { date: '2025-05-11' },
    caption:
      'Daniel Okafor celebrates his goal with Luis Ferreira at the Riverside Ground in Leeds on Saturday. Photograph: Tom Reed/PA',
    credit: 'Tom Reed/PA',
    body: [
      'Substitute Daniel Okafor scored two minutes from time as Northgate Rovers beat Ashbourne Athletic 2-1 on Saturday to reach their first cup final since 1978.',
      'Rovers, who had lost four of their last five league matches, fell behind after 12 minutes when Marco Bellini headed in a corner.',
      'Luis Ferreira levelled from the penalty spot before half-time, and both sides hit the woodwork in a breathless second half.',
      '“I just closed my eyes and hit it,” said Okafor, who joined from the Dutch side Almere in January. “You dream about days like that.”',
      'Manager Sean Doyle praised the 20-year-old forward. “He has trained like a man who wants to play,” Doyle said. “We’ve waited a long time for this.”',
      'Ashbourne coach Petra Novak said her team had paid for “two lapses in ninety minutes”. They finished with ten players after Kwame Asante was sent off.',
      'Rovers will meet Castleford or Wells in the final at Wembley on 24 May.',
    ],
  }),
  clean('business', {
    headline: 'Halden Foods to cut 1,200 jobs as costs climb',
    dek: 'Shares fall 6% after warning on profit',
    fields: { date: '2025-02-13', place: 'ZURICH', source: 'Reuters' },
    body: [
      'ZURICH, Feb 13 (Reuters) - Halden Foods said on Thursday it would cut 1,200 jobs, about 5% of its workforce, after higher cocoa and energy prices wiped out most of its profit last year.',
      'Net profit fell to 84 million francs from 310 million a year earlier, well below the 140 million expected by analysts in a poll by the company.',
      'Shares in the maker of Alpina chocolate dropped 6.2% in early trade, while the wider market was little changed.',
      '“We have to bring our costs into line with a market that has changed for good,” Chief Executive Nadia Keller told reporters.',
      'Keller, who took over in May, said most of the cuts would fall on plants in Poland and the Netherlands. No site in Switzerland will close.',
      'The Swiss Workers’ Federation (SWF) called the plan “an insult”. A spokesperson for the SWF said talks with management would begin on Monday.',
      'Halden expects sales to grow by 2% to 3% this year. It proposed an unchanged dividend of 1.10 francs a share.',
    ],
  }),
  clean('crime', {
    headline: 'Man, 34, charged with murder after Bristol stabbing',
    dek: 'Detectives appeal for a cyclist who was seen near the park',
    fields: { date: '2025-10-20' },
    body: [
      'A 34-year-old man has been charged with murder after a student was stabbed to death in a Bristol park, police said on Monday.',
      'Jamie Pollard, 19, was found with chest wounds near the bandstand in Eastville Park shortly after 11pm on Friday. He died in hospital the next day.',
      'Gareth Nash, of Fishponds Road, is due before magistrates on Tuesday. Two women arrested on suspicion of assisting an offender were released on bail.',
      'Detective Chief Inspector Ruth Amadi said officers wanted to trace a cyclist who was seen by the north gate. “That person is not in trouble,” she said. “They may have seen something that matters.”',
      'Pollard’s mother, Alison, said her son had been “the kindest boy you could meet”.',
      'He was in his second year of a degree in marine biology and had hoped to work in conservation, the university said.',
      'Avon and Somerset Police asked anybody with dashcam footage from Friday night to come forward.',
    ],
  }),
  clean('weather', {
    headline: 'Storm kills five and cuts power to 200,000 homes',
    dek: 'Ferries cancelled and schools closed along the west coast',
    fields: { date: '2025-01-24', place: 'GALWAY, Ireland', source: 'AFP' },
    caption:
      'Waves break over the sea wall in Salthill, Ireland, on Friday, Jan. 24, 2025. (Photo by Niall Byrne/AFP via Getty Images)',
    credit: 'AFP',
    body: [
      'Five people were killed and more than 200,000 homes lost power as a winter storm swept across the west of Ireland on Friday with gusts of up to 183 kilometres an hour.',
      'Three of the victims died when a tree fell on their car near Clifden, police said. A farmer in County Mayo and a woman in Limerick were killed by falling masonry.',
      'The forecaster Met Éireann kept its highest warning in place until evening. “Stay at home and stay away from the coast,” said its head of forecasting, Eoin Sheridan.',
      'Schools were closed in nine counties, and ferries to the Aran Islands were cancelled. Dublin Airport said 130 flights had been called off.',
      'Repairs may take days, the network operator ESB said. Crews from Britain and France are due to arrive on Saturday.',
      'It was the strongest storm to reach the island since 1961, according to the forecaster’s records.',
    ],
  }),
  clean('science', {
    headline: 'Bees remember human faces for days, study finds',
    dek: 'Insects trained with sugar water picked the right portrait four times out of five',
    fields: { date: '2025-03-19' },
    body: [
      'Honeybees can tell one human face from another and still know it two days later, researchers reported on Wednesday.',
      'A team at the University of Auckland trained 40 bees to link a portrait with a drop of sugar water. When the insects were shown several faces without any reward, they flew to the right one in about 80% of trials.',
      '“We don’t claim that they see a person as we do,” said Mei Tanaka, the study’s lead author. “They learn an arrangement of shapes, and they learn it remarkably well.”',
      'The work, published in the journal Insect Minds, adds to evidence that small brains can solve tasks once thought to need a large cortex.',
      'Lars Eriksson, a neuroscientist at Uppsala who was not involved, said the result was “elegant, if not entirely surprising”. He noted that wasps had passed a similar test in 2011.',
      'Tanaka’s group now wants to record the activity of single neurons by means of functional calcium imaging (FCI). FCI has so far been used mainly in flies.',
    ],
  }),
  clean('obituary', {
    headline: 'Miriam Stern, who photographed the miners’ strike, dies at 91',
    dek: 'Her picture of a mother at the pit gates hangs in galleries around the world',
    fields: { date: '2025-06-05' },
    caption: 'Miriam Stern at her home in Sheffield in 2014. Photograph: Colin Avery/The Ledger',
    alt: 'An old woman with short white hair holds a camera to her chest and laughs.',
    credit: 'Colin Avery',
    body: [
      'Miriam Stern, the photographer whose pictures of the 1984 miners’ strike became some of the best known of their time, has died at the age of 91.',
      'Born in Leipzig in 1934, Stern came to Britain with her parents at the age of four. The family settled in Sheffield, where her father found work as a baker.',
      'She was given her first camera at 12 and, as she liked to say, “never put it down again”.',
      'Her most famous picture shows Doreen Hall, a mother of three, face to face with a line of police at Orgreave. Hall and Stern remained friends for life.',
      '“She never asked me to look brave,” Hall recalled in 2009. “She waited until I forgot that she was there.”',
      'Stern taught at the Royal College of Art from 1971 to 1996. In the ’90s she turned to landscapes, of which she said: “They don’t argue.”',
      'Her husband, the sculptor Peter Lang, died in 2003. She is survived by two daughters, Ruth and Hannah, and five grandchildren.',
    ],
  }),
  clean('US style', {
    headline: 'Denver council approves plan for downtown housing',
    dek: "Vote follows six hours of testimony; mayor says she'll sign it",
    fields: { date: '2025-04-08', place: 'DENVER', source: 'AP', language: 'en-US' },
    caption:
      'Residents wait to testify outside the City and County Building in Denver, Monday, April 7, 2025. (AP Photo/Rosa Delgado)',
    credit: 'AP',
    body: [
      'DENVER (AP) — The Denver City Council voted 9-4 late Monday to rezone much of downtown for housing, a change that supporters say could bring 7,000 new apartments to the center of the city.',
      "Mayor Elena Ruiz said she would sign the measure this week. “It's the right thing for our neighborhoods,” Ruiz told a crowd on the steps of City Hall."
        .replaceAll('“', '"')
        .replaceAll('”', '"'),
      'More than 200 people had signed up to speak. Many said rents had driven them out of the neighborhoods where they grew up.',
      '"My favorite diner is gone, my barber is gone, and I\'m next," said Walter Briggs, 71, who has lived downtown since 1985.',
      'Councilman Jeff Harmon, who voted no, said the plan did nothing to require affordable units. "We\'re giving away the store," he said.',
      "The Colorado Association of Realtors endorsed the measure. So did the Downtown Defense League, a tenants' group, after an amendment that limits demolitions.",
      'Construction could begin as early as Tuesday, Sept. 2, when the new code takes effect.',
    ],
  }),
  clean('world, with names of many countries', {
    headline: 'Rebels free 36 hostages in northern Mali, army says',
    dek: 'Release follows months of talks; aid workers among those flown to Bamako',
    fields: { date: '2025-07-17' },
    body: [
      'Rebels in northern Mali released 36 hostages on Wednesday after months of talks, the army said, in one of the largest such releases in years.',
      'The captives, among them four aid workers from Kenya and a priest from Burkina Faso, were flown to the capital, Bamako, on board a military plane.',
      'Colonel Souleymane Diarra said no ransom had been paid. A security source in the region told AFP that several prisoners had been freed in exchange.',
      'The UN secretary-general, António Guterres, welcomed the news and called for the release of all who are still held in the Sahel.',
      '“These families have waited long enough,” he said in New York.',
      'Armed groups linked to al-Qaeda and Islamic State have taken scores of people in Mali, Niger and Burkina Faso since 2012. The groups’ leaders seldom comment.',
      'Diarra said the army would “continue its operations without pause”. France, the former colonial power, withdrew its last troops in 2022.',
    ],
  }),
  clean('courts, British single quotation marks', {
    headline: 'Ferry firm fined £2.3m over deckhand’s death',
    dek: 'Judge says company ‘put the timetable before lives’',
    fields: { date: '2025-11-12' },
    body: [
      'A ferry company has been fined £2.3m after a deckhand was crushed by a loading ramp that should have been taken out of use.',
      'Callum Baird, 26, died in Oban harbour in August 2021. Inspectors had reported a cracked hinge on the ramp two months earlier.',
      'Sentencing Western Ferries Line at Glasgow Sheriff Court on Wednesday, Sheriff Moira Kerr said the firm had ‘put the timetable before lives’.',
      '‘This was not an accident that nobody could foresee,’ she told the court. ‘It was foreseen, in writing, and ignored.’',
      'The company admitted breaching the Health and Safety at Work Act. Its chief executive, Robert Sim, said it was ‘truly sorry’ and had replaced all 14 ramps in its fleet.',
      'Baird’s father, Ian, said no fine could bring his son back. ‘He loved the sea, and he loved that job,’ he said outside court.',
      'The Maritime and Coastguard Agency said the case should be ‘a warning to the whole industry’. The MCA inspected 212 ferries last year.',
    ],
  }),
]
