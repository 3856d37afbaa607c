import fc from 'fast-check'

const atom = fc.constantFrom(
  'a',
  'B',
  'c',
  '1',
  ' ',
  'é',
  '.',
  '\\.',
  '\\w',
  '\\d',
  '\\s',
  '\\W',
  '\\b',
  '\\B',
  '\\p{L}',
  '\\P{Lu}',
  '\\p{Punct}',

  '[abc]',
  '[^a]',
  '[a-c&&[^b]]',
  '[\\w&&[^\\d]]',
  '[A-C[1-3]]',
  '\\Qa.\\E',
  '^',
  '$',
  '\\x{61}',
  '(?=a)',
  '(?<!b)',
  '\\1',
)
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '+?', '*+', '?+', '{2,}+')

/** Patterns in Java's syntax, most of them right ones. */
export const javaPattern: fc.Arbitrary<string> = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(atom, quantifier).map((parts) => parts.join('')),
    fc.tuple(tie('node'), tie('node')).map((parts) => parts.join('')),
    fc.tuple(tie('node'), tie('node')).map((parts) => parts.join('|')),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?>', '(?i:', '(?=', '(?!', '(?<n>'), tie('node'), quantifier)
      .map(([open, inner, sign]) => `${open}${inner})${sign}`),
    fc.tuple(fc.constantFrom('(?i)', '(?-i)', '(?s)'), tie('node')).map((parts) => parts.join('')),
  ),
})).node
