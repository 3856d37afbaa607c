/** Verbs with which somebody is given words, in all forms that news copy uses. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    'said says say saying told tells tell telling added adds adding wrote writes write writing tweeted posted posts asked asks asking replied replies ' +
    'answered answers answering insisted insists insisting argued argues arguing warned warns warning explained explains explaining claimed claims claiming ' +
    'announced announces announcing stated states stating declared declares declaring recalled recalls recalling admitted admits admitting conceded concedes ' +
    'acknowledged acknowledges noted notes noting stressed stresses stressing underlined underlines remarked remarks commented comments commenting ' +
    'continued continues continuing concluded concludes joked jokes joking quipped shouted shouts chanted chants cried called calls vowed vows pledged pledges ' +
    'promised promises urged urges urging testified testifies read reads reading reported reports suggested suggests suggesting predicted predicts ' +
    'complained complains lamented laments mused observed observes confirmed confirms denied denies revealed reveals pleaded quoted quotes ' +
    'reflected reflects opined tells thought thinks believes believed hoped hopes described describes responded responds exclaimed whispered sang sings ' +
    'repeated repeats reiterated reiterates maintained maintains contended contends countered counters criticised criticized condemned praised hailed ' +
    'joking spoke speaks speaking goes began begins reads emphasised emphasized emphasises emphasizes cautioned cautions agreed agrees disclosed'
  ).split(' '),
)

/** What a headline says that somebody does, who is then a person or speaks as one. */
export const HEADLINE_VERBS: ReadonlySet<string> = new Set(
  'says warns vows tells urges insists denies admits pledges promises accuses resigns defends apologises apologizes rejects refuses condemns'.split(
    ' ',
  ),
)

/** Nouns that give somebody words without a verb: "in a statement", "his words", "according to". */
export const SPEECH_NOUNS: ReadonlySet<string> = new Set(
  'according statement interview words letter message email post speech remarks broadcast quote testimony tweet motto slogan inscription verdict sign banner lyrics chorus'.split(
    ' ',
  ),
)

/** Verbs after which "he" or "she" makes it plain that a name before them is a person's. */
export const PERSON_VERBS: ReadonlySet<string> = new Set(
  'said says told added insisted admitted recalled explained joked tweeted wrote believes denied vowed warned argued claimed'.split(
    ' ',
  ),
)

/** Whose these are, is a person. */
export const KIN: ReadonlySet<string> = new Set(
  'wife husband widow widower mother father brother sister son daughter parents girlfriend boyfriend fiancee fiance nephew niece uncle aunt grandfather grandmother grandson granddaughter children death funeral solicitor hometown body'.split(
    ' ',
  ),
)
