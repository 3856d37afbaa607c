import type { ReactElement } from 'react'
import type { Part } from '../../domain/compare/comparison.ts'
import { classes } from '../../ui/classes.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { SpansView } from '../story/spans-view.tsx'
import { formatWords } from './block-words.ts'
import type { Row } from './comparison-rows.ts'
import { partGroups, type Side } from './part-groups.ts'
import styles from './comparison-row.module.css'

/** The words of a row as one side shows them, each changed place an element of its own. */
export function PartsView({
  row,
  side,
  current,
}: {
  readonly row: Row
  readonly side: Side
  readonly current: number
}): ReactElement {
  return (
    <>
      {partGroups(row, side).map(({ key, change, parts }) =>
        change === 0 ? (
          parts.map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the parts never change
            <PartView key={`${key} ${index}`} part={part} side={side} />
          ))
        ) : (
          <span
            key={key}
            className={classes(styles['place'], change === current && styles['current'])}
            data-change={change}
            tabIndex={-1}
          >
            {parts.map((part, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the parts of a place never change
              <PartView key={index} part={part} side={side} />
            ))}
          </span>
        ),
      )}
    </>
  )
}

/** Inserted words are underlined, deleted ones struck out, formatted ones dotted; each is said in words as well. */
function PartView({ part, side }: { readonly part: Part; readonly side: Side }): ReactElement {
  const marks = side === 'before' && part.was ? part.was : part.marks
  const words = <SpansView spans={[{ text: part.text === '' ? '□' : part.text, marks }]} />
  switch (part.kind) {
    case 'inserted':
      return (
        <ins>
          <VisuallyHidden> inserted: </VisuallyHidden>
          {words}
          <VisuallyHidden> </VisuallyHidden>
        </ins>
      )
    case 'deleted':
      return (
        <del>
          <VisuallyHidden> deleted: </VisuallyHidden>
          {words}
          <VisuallyHidden> </VisuallyHidden>
        </del>
      )
    case 'formatted':
      return (
        <span className={styles['formatted']}>
          {words}
          {side === 'before' ? null : (
            <span className={styles['format']}>
              <VisuallyHidden> now </VisuallyHidden>
              {formatWords(part.was ?? {}, part.marks)}
            </span>
          )}
        </span>
      )
    default:
      return words
  }
}
