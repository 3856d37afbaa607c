import type { LabelledText } from './labelled-text.ts'
import { storyOf } from './story-of.ts'

const misspelt = (...words: readonly string[]) => words.map((words) => ({ check: 'spelling', words }))
const NEITHER = ['spelling', 'grammar'] as const

/** Copy with misspellings in it, and copy as agencies send it, with names, places and figures that no dictionary has. */
export const SPELLING_TEXTS: readonly LabelledText[] = [
  {
    title: 'A cabinet reshuffle, clean',
    build: () =>
      storyOf({
        headline: 'Oduya sacks finance minister after budget revolt',
        dek: 'Move follows weeks of protest over fuel levy in the port of Mbandari',
        body: [
          'MBANDARI (AFP) — President Samuel Oduya dismissed his finance minister on Thursday, hours after lawmakers threw out a budget that would have doubled the levy on petrol and diesel.',
          'In a brief statement, the presidency said Grace Wanjohi had been “relieved of her duties with immediate effect” and that her deputy, Peter Kilonzi, would take over until a successor was confirmed by parliament.',
          'Wanjohi, a 52-year-old former central banker, had staked her reputation on the levy, which she said was needed to service some $4.3 billion in foreign debt that falls due next year.',
          '“We asked people to carry a burden they could not carry,” Oduya told reporters outside State House. “I have heard them.”',
          'Opposition leader Hamisi Nyerenda called the sacking “a sacrifice to save the king” and said demonstrations would go ahead on Saturday regardless.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'A court report, clean',
    build: () =>
      storyOf({
        headline: 'Skipper jailed for nine years over ferry fire',
        body: [
          'The captain of a ferry that caught fire off Scotland’s west coast, killing 11 people, was jailed for nine years on Monday after a judge said he had “put a timetable before the lives in his care”.',
          'Alasdair MacInnes, 58, of Mallaig, was convicted last month of culpable homicide following a seven-week trial at the High Court in Glasgow.',
          'The court heard that the Maid of Sleat left port with one of its two engines out of service and with only six of 14 crew trained to lower the lifeboats.',
          'Sentencing him, Lord Abercairn said MacInnes had ignored warnings from his own chief engineer, Tomasz Wieczorek, who died trying to reach passengers on the car deck.',
          'MacInnes showed no emotion as he was led away. His solicitor, Fiona Rattray, said he would appeal.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'A football match, clean',
    build: () =>
      storyOf({
        headline: 'Late Etxeberria header sends Sociedad through',
        body: [
          'An 89th-minute header from substitute Mikel Etxeberria put Real Sociedad into the last eight of the Europa League on Thursday at the expense of Fenerbahce, who finished with 10 men.',
          'The hosts trailed 2-1 from the first leg in Istanbul and fell further behind when Dusan Tadic curled in a free kick midway through the opening half.',
          'Takefusa Kubo pulled one back before the interval, and the tie turned when Caglar Soyuncu was shown a second yellow card for hauling down the Japanese winger on 63 minutes.',
          'Martin Zubimendi levelled on aggregate from the spot, and Etxeberria rose above two defenders to meet a corner by Brais Mendez for the winner.',
          '“We never stopped believing,” said coach Imanol Alguacil. “That is what this club is about.”',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'Company results, clean',
    build: () =>
      storyOf({
        headline: 'Norvik shares slide as chipmaker cuts outlook',
        body: [
          'Shares in Norvik Semiconductor fell as much as 14 per cent in early trading in Oslo on Tuesday after the Norwegian chipmaker lowered its forecast for the year and blamed weak demand from carmakers in Germany and China.',
          'The company, which supplies power modules to Volkswagen, BYD and Stellantis, now expects revenue of between 18.5bn and 19.2bn kroner, down from an earlier estimate of 21bn.',
          'Chief executive Ingrid Solheim said inventories had built up “faster than anyone in the industry anticipated” and that a planned plant near Trondheim would be delayed until 2028.',
          'Analysts at Nordea and DNB cut their price targets. “The downgrade is bigger than we had pencilled in,” Nordea’s Lars Bjerke wrote in a note to clients, adding that pre-tax margins remained healthy.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'An earthquake, clean',
    build: () =>
      storyOf({
        headline: 'Rescuers dig through night after quake hits Hindu Kush',
        body: [
          'FAYZABAD, Afghanistan (Reuters) - Rescue teams dug with shovels and bare hands on Wednesday after a magnitude 6.2 earthquake levelled mud-brick villages in the mountains of Badakhshan, killing at least 140 people.',
          'The tremor struck shortly before dawn about 40 km south of Fayzabad at a depth of 11 km, the US Geological Survey said. It was felt in Kabul, Peshawar and Dushanbe.',
          'Landslides blocked the only road into the Wardoj valley, and helicopters were grounded by low cloud. Mawlawi Rahimullah, a provincial spokesman, said the toll was likely to rise.',
          '“Three of my brother’s children are still under the house,” said Gul Bibi, 45, a farmer in the village of Chakaran. “We hear nothing any more.”',
          'The World Food Programme said two lorries with flour, cooking oil and blankets had left Kunduz.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'An American story for an American desk, clean',
    build: () =>
      storyOf({
        headline: 'Governor signs bill to rein in data centers',
        body: [
          'SACRAMENTO, Calif. (AP) — California’s governor signed legislation Friday that will require operators of large data centers to report how much water and electricity they use, a step labor groups and environmental organizations had sought for years.',
          'The law takes effect Jan. 1 and covers any facility that draws more than 20 megawatts. Companies that fail to comply could be fined up to $10,000 a day.',
          'Assemblywoman Rosa Delgadillo, the Fresno Democrat who wrote the bill, said neighbors of a sprawling campus near Coalinga had traveled to the Capitol five times to plead for answers.',
          '“They were told it was a trade secret,” she said. “It’s their aquifer.”',
          'The Silicon Valley Leadership Group criticized the measure, saying it would drive investment to Nevada and Arizona. The group has not decided whether to file a lawsuit.',
        ],
      }),
    settings: { dialect: 'American' },
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'A discovery in space, clean',
    build: () =>
      storyOf({
        headline: 'Astronomers spot water vapour round nearby dwarf star',
        body: [
          'Astronomers have found the clearest evidence yet of water vapour in the atmosphere of a rocky planet beyond the solar system, according to a study published on Wednesday in the journal Nature Astronomy.',
          'The planet, known as LHS 3844c, is about 1.4 times the size of Earth and circles a red dwarf 49 light years away in the constellation of Indus. A year there lasts just 11 days.',
          'Researchers led by Dr Chiara Benedetti of the University of Padua used the James Webb Space Telescope to watch starlight filter through a thin layer of gas as the planet passed in front of its host.',
          '“We looked for every way to explain it away,” Benedetti said. “We could not.”',
          'Jayne Whitcombe, an astrophysicist at Leeds who was not involved, cautioned that starspots could mimic the signal.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'A death, with foreign names and titles, clean',
    build: () =>
      storyOf({
        headline: 'Yusuf Benali, voice of Maghreb cinema, dies at 87',
        caption:
          'Film director Yusuf Benali and actress Leila Haddou arrive at the Cannes film festival in Cannes, France, May 14, 1999. — AFP/Jean-Luc Ferrand',
        body: [
          'Yusuf Benali, whose films of harbour life in Oran and Marseille made him one of north Africa’s most admired directors, has died at the age of 87, his family said on Sunday.',
          'Benali, who won the Grand Prix at Cannes in 1978 for “Les Enfants du Quai”, had been treated for pneumonia at the Pitie-Salpetriere hospital in Paris.',
          'Born in 1938 to a docker and a seamstress, he taught himself French from newspapers that sailors left behind, and was jailed twice during the war of independence.',
          'French culture minister Celeste Aubry said he had “filmed the sea as if it were a person”. Algeria’s president, Abdelmadjid Tebboune, declared a day of mourning.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'Misspellings in a report of a protest',
    build: () =>
      storyOf({
        headline: 'Thousands march against goverment in Tbilisi',
        body: [
          'Goverment buildings in the Georgian capital were closed on Friday as thousands of demonstraters filled Rustaveli Avenue for a third night, demanding that the parliment withdraw a law on foreign funding.',
          'Riot police used tear gas after a group tried to climb the gates. At least 40 people were arrested, the interior ministry said, and six officers were taken to hospital with minor injuries.',
          'Protest leader Nino Kvariani accused the authorities of an unecessary show of force. “They beleive that we will go home,” she told the crowd. “We will not.”',
          'Prime Minister Giorgi Maisuradze said the bill would go ahead. He offered talks with the oposition, but only after the barricades were removed.',
        ],
      }),
    must: misspelt(
      'goverment',
      'Goverment',
      'demonstraters',
      'parliment',
      'unecessary',
      'beleive',
      'oposition',
    ),
    mustNot: NEITHER,
  },
  {
    title: 'Slips of the fingers in a business story',
    build: () =>
      storyOf({
        headline: 'Grocer Hallam’s warns on profit',
        body: [
          'Shares in Hallam’s, teh Yorkshire grocer, fell by a fifth on Wendesday after it said higher wages and a poor summer would push annaul profit well below last year’s £61m.',
          'Chief executive Priya Ramanathan said trading had been diffcult since May. The company plans to close eight shops, most of them in Lancashire, and will tranfer about 90 staff to other branches.',
          '“We are not where we watned to be,” she told investors on a call. “But the busines is sound, our debt is low and our customers are loyal.”',
          'Broker Pennington Hale cut its rating from buy to hold, citing a lack of visiblity on costs.',
        ],
      }),
    must: misspelt('teh', 'Wendesday', 'annaul', 'diffcult', 'tranfer', 'watned', 'busines', 'visiblity'),
    mustNot: NEITHER,
  },
  {
    title: 'Offices and countries misspelt within sentences',
    build: () =>
      storyOf({
        headline: 'Ministers meet in Vilnius',
        body: [
          'Foreign ministers of the Baltic states met in Vilnius on Teusday to discuss a request from Ukriane for more air defences before the winter.',
          'Lithuania’s Defence Minsiter, Ruta Kazlauskiene, said two batteries could be moved within weeks, provided that the Parlaiment in Riga agreed to share the cost.',
          'The Presidnet of Estonia, Mart Tamm, was expected to join the talks by video from Tallinn. A joint statement was due in the evening.',
          'A spokesman for the Russain embassy called the plan “another step up a staircase with no landing”.',
        ],
      }),
    must: misspelt('Teusday', 'Ukriane', 'Minsiter', 'Parlaiment', 'Presidnet', 'Russain'),
    mustNot: NEITHER,
  },
  {
    title: 'American spelling on a British desk',
    build: () =>
      storyOf({
        headline: 'Port workers call off strike',
        body: [
          'Dockers at Felixstowe have called off a strike that was due to begin on Friday, after the port’s owner offered a pay rise of 6.5 per cent and promised to honor an agreement on overtime.',
          'Union officer Kevin Tranter said the labor of the past three weeks had “paid off in every sense”. Members will vote on the offer at a meeting in the sports center on Trimley Road next Wednesday.',
          'The dispute had threatened to delay some 70,000 containers in the run-up to Christmas. Retailers welcomed the news, as did the mayor, who had traveled to London to plead with ministers.',
        ],
      }),
    must: misspelt('honor', 'labor', 'center', 'traveled'),
    mustNot: NEITHER,
  },
  {
    title: 'Addresses, accounts, figures and words with hyphens are left alone',
    build: () =>
      storyOf({
        headline: 'How to follow the vote',
        body: [
          'Results will be posted from 10pm at www.gov.ukvotes.org/resultz and on the channel’s account, @ukvotez, under the tag #electionnite. Readers can write to newsdezk@example.org with tips.',
          'The B117 and XBB1.5 variants, the A380, the 4x100m relay and the so-called G77 are all discussed in our pre-election guide, along with an ex-MP’s re-election bid and a face-to-face debate in Stoke-on-Trent.',
          'Polls opened at 7am. A spokesperson for the Electoral Commission said turnout among 18- to 24-year-olds was “brisk”, and that mid-afternoon queues in Hackney and Newham were longer than in 2019.',
        ],
      }),
    must: [],
    mustNot: NEITHER,
  },
  {
    title: 'Words with blanks lost, and days without their capital',
    build: () =>
      storyOf({
        headline: 'Storm cuts power to 12,000 homes',
        body: [
          'A storm that swept across Northern Ireland on monday left 12,000 homes without power and closed schools in four counties, the network operator saidthat evening.',
          'Engineers worked through the night to clear fallen trees. Most customers would be reconnected by wednesday, although some in the Glens of Antrim might have to wait, spokeswoman Orla McGlade said.',
          'Gusts of 94mph were recorded at Orlock Head. Ferries between Larne and Cairnryan were cancelled, and a lorry was blown over on the Foyle Bridge in Londonderry.',
        ],
      }),
    must: misspelt('monday', 'saidthat', 'wednesday'),
    mustNot: NEITHER,
  },
]
