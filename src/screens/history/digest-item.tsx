import type { ReactElement } from 'react'
import type { Digest } from '../../domain/compare/digest.ts'
import { personColour } from '../../domain/person.ts'
import { Face } from '../../ui/face.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './digest-page.module.css'
import { beginningOf, changeWords } from './digest-words.ts'

type Change = Digest['changes'][number]

const WHOLE: ReadonlySet<Change['what']> = new Set(['moved', 'kind', 'split', 'joined'])

/** One change: the words around it, what went and what came, and who suggested it with what reason. */
export function DigestItem({ change }: { readonly change: Change }): ReactElement {
  const words = changeWords(change)
  return (
    <li className={styles['change']}>
      {words === '' ? null : <p className={styles['what']}>{words}</p>}
      <p className={styles['words']}>
        <Words change={change} />
      </p>
      {change.sources.length === 0 ? (
        <p className={styles['source']}>Edited directly</p>
      ) : (
        change.sources.map(({ suggestion, by, reason }) => (
          <p key={suggestion} className={styles['source']}>
            <Face name={by.name} colour={personColour(by.id)} hidden />
            <span>
              Suggested by {by.name === '' ? 'somebody' : by.name}
              {reason === '' ? '' : `: ${reason}`}
            </span>
          </p>
        ))
      )}
    </li>
  )
}

function Words({ change }: { readonly change: Change }): ReactElement {
  const { before, after, context } = change
  // What happened to a thing as a whole is said in words; its own words only name it.
  if (before === after || WHOLE.has(change.what)) {
    return (
      <>
        {context.before}
        {beginningOf(after)}
        {context.after}
      </>
    )
  }
  return (
    <>
      {context.before}
      {before === '' ? null : (
        <del>
          <VisuallyHidden> deleted: </VisuallyHidden>
          {before}
        </del>
      )}
      {after === '' ? null : (
        <ins>
          <VisuallyHidden> inserted: </VisuallyHidden>
          {after}
        </ins>
      )}
      <VisuallyHidden> </VisuallyHidden>
      {context.after}
    </>
  )
}
