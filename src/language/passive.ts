/** Participles that don't end in -ed. */
const IRREGULAR =
  'arisen|beaten|begun|bent|bitten|blown|born|bought|bound|broken|brought|built|burnt|caught|chosen|cut|dealt|done|drawn|' +
  'driven|eaten|fed|felt|forbidden|forgotten|fought|found|frozen|given|ground|grown|heard|held|hidden|hit|hung|hurt|kept|' +
  'known|laid|led|left|lent|lost|made|meant|met|mistaken|overthrown|paid|put|read|ridden|rung|seen|sent|set|shaken|shot|' +
  'shown|shut|sold|spent|spoken|spread|stolen|struck|sung|sunk|sworn|taken|taught|thrown|told|torn|understood|woken|won|' +
  'worn|withdrawn|written'

/** What looks like a participle and mostly is none after "is": people are tired, interested and pleased without a doer. */
const STATE =
  'tired|interested|pleased|supposed|used|married|worried|scared|excited|delighted|concerned|determined|prepared|committed'

const PASSIVE = new RegExp(
  String.raw`\b(?:am|is|are|was|were|be|been|being|gets?|got)\b(?:\s+(?:not|\w+ly|also|still|already|now|later|since|never|ever|then|so far|first|once))*` +
    String.raw`\s+(?!(?:${STATE})\b)(?:\w{2,}ed|${IRREGULAR})\b`,
  'iu',
)

/** Is something done to the subject of this sentence ("was approved", "has been quietly dropped")? */
export const isPassive = (sentence: string): boolean => PASSIVE.test(sentence)
