/** Words taken for others that are spelt nearly alike, where what stands beside them leaves no doubt. */
export type Confusable = {
  readonly rule: string
  /** One of these, in folded letters (`foldCase`), stands in every line that it matches: most lines need no other look. */
  readonly needs: readonly string[]
  /** Its group `wrong` is what is flagged. Each matches a few words at most, so that its time grows with the line's length. */
  readonly pattern: RegExp
  /** What was meant, for what stands there in small letters. */
  readonly meant: (wrong: string) => string
}

const PARTICIPLES = new Map(
  'took taken|wrote written|began begun|broke broken|drove driven|fell fallen|gave given|knew known|saw seen|spoke spoken|stole stolen|threw thrown|wore worn|chose chosen|froze frozen|forgot forgotten|flew flown|grew grown|drew drawn|shook shaken'
    .split('|')
    .map((pair): [string, string] => [pair.split(' ')[0] ?? '', pair.split(' ')[1] ?? '']),
)

const always = (meant: string) => (): string => meant

export const CONFUSABLES: readonly Confusable[] = [
  {
    rule: 'minster',
    needs: ['minster'],
    pattern: /\bprime (?<wrong>minsters?)\b/dgiu,
    meant: (wrong) => wrong.replace('ste', 'iste'),
  },
  {
    rule: 'pubic',
    needs: ['pubic'],
    pattern:
      /\b(?<wrong>pubic) (?:affairs|consultation|debate|figures?|finances|funds|health|holiday|houses?|inquiry|interest|meetings?|money|opinion|ownership|prosecutors?|relations|sector|services?|spending|transport)\b/dgiu,
    meant: always('public'),
  },
  {
    rule: 'lead for led',
    needs: [' lead '],
    pattern: /\b(?:was|were|been|being) (?<wrong>lead) (?=(?:away|back|by|from|into|off|out|through)\b)/dgiu,
    meant: always('led'),
  },
  {
    rule: 'advise for advice',
    needs: [' advise'],
    pattern: /\b(?:his|her|their|its|our|expert|legal|medical|official|travel) (?<wrong>advise)\b/dgiu,
    meant: always('advice'),
  },
  {
    rule: 'loose for lose',
    needs: [' loose '],
    pattern:
      /\b(?:to|would|will|could|may|might|must|can|not|n[’']t) (?<wrong>loose) (?=(?:the|their|his|her|its|a|an|control|out|power|seats|votes|jobs|money|support|more)\b)/dgiu,
    meant: always('lose'),
  },
  {
    rule: 'loose for lose',
    needs: ['loosing '],
    pattern:
      /\b(?<wrong>loosing) (?=(?:the|their|his|her|its|a|an|control|out|power|seats|votes|jobs|money|support|more)\b)/dgiu,
    meant: always('losing'),
  },
  {
    rule: 'peaked for piqued',
    needs: ['peaked ', 'peeked '],
    pattern:
      /\b(?<wrong>peaked|peeked) (?=(?:the |his |her |their |its |our |my |your )?(?:interest|curiosity)\b)/dgiu,
    meant: always('piqued'),
  },
  {
    rule: 'past participle',
    needs: [...PARTICIPLES.keys()].map((wrong) => ` ${wrong}`),
    pattern: new RegExp(
      `\\b(?:has|had) (?:also |already |always |ever |just |never |since |not )(?<wrong>${[...PARTICIPLES.keys()].join('|')})\\b`,
      'dgiu',
    ),
    meant: (wrong) => PARTICIPLES.get(wrong) ?? wrong,
  },
  {
    rule: 'plural after a number',
    needs: [' man ', ' woman ', ' child ', ' person '],
    pattern:
      /\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many) (?<wrong>man|woman|child|person) (?=(?:are|died|from|had|have|in|of|on|said|were|who|with)\b)/dgiu,
    meant: (wrong) => ({ man: 'men', woman: 'women', child: 'children' })[wrong] ?? 'people',
  },
  {
    rule: 'they was',
    needs: ['they was', 'we was'],
    pattern: /(?:^|[.!?,;]["”’]? |\band |\bbut |\bthat |\bbecause )(?:they|we) (?<wrong>was)\b/dgiu,
    meant: always('were'),
  },
  {
    rule: 'principle for principal',
    needs: ['principle '],
    pattern: /\b(?<wrong>principle) (?=(?:dancer|conductor|secretary|adviser|witness|residence)\b)/dgiu,
    meant: always('principal'),
  },
  {
    rule: 'ordinance for ordnance',
    needs: ['ordinance'],
    pattern: /\bunexploded (?<wrong>ordinance)\b/dgiu,
    meant: always('ordnance'),
  },
  {
    rule: 'navel for naval',
    needs: ['navel '],
    pattern: /\b(?<wrong>navel) (?=(?:base|forces?|officers?|exercises?|vessels?|ships?|blockade)\b)/dgiu,
    meant: always('naval'),
  },
  {
    rule: 'marshal law',
    needs: ['marshal'],
    pattern: /\b(?<wrong>marshall?) law\b/dgiu,
    meant: always('martial'),
  },
  {
    rule: 'illicit for elicit',
    needs: ['illicit '],
    pattern: /\bto (?<wrong>illicit) (?=(?:a|an|any|the|more|no)\b)/dgiu,
    meant: always('elicit'),
  },
  {
    rule: 'diffuse for defuse',
    needs: ['diffus'],
    pattern:
      /\b(?<wrong>diffuse|diffusing|diffused) (?=(?:the |a )?(?:bombs?|crisis|row|situation|standoff|tensions?)\b)/dgiu,
    meant: (wrong) => wrong.replace('diff', 'def'),
  },
  {
    rule: 'tow the line',
    needs: ['tow'],
    pattern: /\b(?<wrong>tow(?:ed|ing|s)?) the (?:party )?line\b/dgiu,
    meant: (wrong) => ({ tow: 'toe', tows: 'toes', towed: 'toed', towing: 'toeing' })[wrong] ?? 'toe',
  },
  {
    rule: 'baited breath',
    needs: ['baited '],
    pattern: /\b(?<wrong>baited) breath\b/dgiu,
    meant: always('bated'),
  },
]
