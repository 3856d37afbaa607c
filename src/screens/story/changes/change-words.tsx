import type { PersonColour } from '../../../domain/person.ts'
import { MoveRight } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Suggestion } from '../../../domain/suggestions/suggestion.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { changeTexts } from './change-texts.ts'
import styles from './change-words.module.css'

/** What a suggestion changes: struck out what goes, underlined what comes, and in words what else. */
export function ChangeWords({
  change,
  colour,
}: {
  readonly change: Pick<Suggestion, 'place' | 'before' | 'after' | 'what'>
  /** Of whoever suggests it. */
  readonly colour: PersonColour
}): ReactElement {
  const { before, after, what } = changeTexts(change)
  return (
    <span className={styles['words']} data-person={colour}>
      {what === '' ? null : <span className={styles['what']}>{what}</span>}
      {before === after ? (
        before === '' ? null : (
          <q className={styles['quoted']}>{before}</q>
        )
      ) : (
        <span className={styles['change']}>
          {before === '' ? null : (
            <>
              <VisuallyHidden>Takes out: </VisuallyHidden>
              <del>{before}</del>
            </>
          )}
          {before === '' || after === '' ? null : <MoveRight aria-hidden className={styles['arrow']} />}
          {after === '' ? null : (
            <>
              <VisuallyHidden> Puts in: </VisuallyHidden>
              <ins>{after}</ins>
            </>
          )}
        </span>
      )}
    </span>
  )
}
