import type { LineFlag } from '../../domain/checks/flag.ts'
import { foldCase } from '../house-style/fold-case.ts'
import { CONFUSABLES } from './lists/confusables.ts'
import { withCapitalsOf } from './rank-fixes.ts'

/** Words taken for others, where their neighbours leave no doubt. Needs neither harper nor a dictionary. */
export function findConfusables(signs: string): readonly LineFlag[] {
  const folded = foldCase(signs)
  return CONFUSABLES.filter(({ needs }) => needs.some((words) => folded.includes(words))).flatMap(
    ({ rule, pattern, meant }) =>
      [...signs.matchAll(pattern)].map((match): LineFlag => {
        const [from, to] = match.indices?.groups?.['wrong'] ?? [match.index, match.index]
        const words = signs.slice(from, to)
        const fix = withCapitalsOf(words, meant(words.toLowerCase()))
        return {
          kind: 'spelling',
          check: 'grammar',
          rule,
          from,
          to,
          words,
          message: `“${words}” is another word. “${fix}” is most likely meant here.`,
          weight: 'fault',
          fixes: [fix],
        }
      }),
  )
}
