import { readContent } from '../../../src/domain/read-content.ts'
import { copyOf } from '../../domain/documents.ts'
import { body, decide, drawn, openIds } from '../../domain/suggestions/reviewed.ts'
import { canonical } from '../../fuzz/suggesting/canonical.ts'
import { atWork, storyWith } from './suggesting.ts'
import { isTrue, openWriter } from './writer.ts'
import type { Writer } from './writer.ts'

export type Case = readonly [
  what: string,
  blocks: readonly string[],
  act: (ann: Writer, ben: Writer) => void,
  drawn: string,
  will: readonly string[],
]

/** Ann's edits (Ben suggests in the same document): what is drawn, how it will be, and what is wrong. */
export function played(blocks: readonly string[], act: Case[2]) {
  const doc = storyWith(...blocks)
  const [ann, ben] = [atWork(doc), atWork(doc, 'ben')]
  const was = canonical(readContent(doc))
  act(ann, ben)
  const wrong: string[] = []
  const check = (what: string, right: boolean): void => {
    if (!right) wrong.push(what)
  }
  check('how it was', canonical(readContent(doc, 'was')) === was)
  check('the editors', isTrue(ann) && isTrue(ben))
  for (const verdict of ['accept', 'reject'] as const) {
    const copy = copyOf(doc, verdict === 'accept' ? 30 : 31)
    const expected = canonical(readContent(doc, verdict === 'accept' ? 'will' : 'was'))
    check(verdict, decide(copy, verdict).ok && openIds(copy).length === 0)
    check(
      `${verdict}ed`,
      canonical(readContent(copy)) === expected && canonical(readContent(copy, 'was')) === expected,
    )
    check('an editor of it', isTrue(openWriter(copy)))
  }
  return { drawn: drawn(doc), will: body(doc), wrong }
}
