/** How the same word is written here and there: what stands on one side, and on the other. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/our/gu, 'or'],
  [/re(?=s?$|d$|ful)/gu, 'er'],
  [/([iy])s(?=(?:e[ds]?|ing|ers?|able|ations?|ational)$)/gu, '$1z'],
  [/ence(?=s?$)/gu, 'ense'],
  [/ogue/gu, 'og'],
  [/[ao]e/gu, 'e'],
  [/amme/gu, 'am'],
  [/ll/gu, 'l'],
  [/l(?=ment|ful|s?$)/gu, 'll'],
  [/pp/gu, 'p'],
  [/que/gu, 'ck'],
  [/ou(?=l)/gu, 'o'],
  [/plough/gu, 'plow'],
  [/grey/gu, 'gray'],
  [/ageing/gu, 'aging'],
  [/tyre/gu, 'tire'],
  [/kerb/gu, 'curb'],
  [/aluminium/gu, 'aluminum'],
  [/sceptic/gu, 'skeptic'],
  [/aeroplane/gu, 'airplane'],
  [/pyjama/gu, 'pajama'],
  [/cosy/gu, 'cozy'],
  [/mum/gu, 'mom'],
]

/** Are these one word, in British and in American spelling, whichever is which? */
export function isRegionalPair(one: string, other: string): boolean {
  return PAIRS.some(([from, to]) => one.replace(from, to) === other || other.replace(from, to) === one)
}
