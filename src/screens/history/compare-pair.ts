import { compareContent } from '../../domain/compare/compare-content.ts'
import { comparisonRows } from './comparison-rows.ts'
import type { ComparisonAnswer, Pair } from './worker-messages.ts'

/** What differs between two contents, as rows to be drawn. */
export function comparePair({ before, after }: Pair): ComparisonAnswer {
  return { ok: true, rows: comparisonRows(compareContent(before, after), before, after) }
}
