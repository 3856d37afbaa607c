import { useEffect, type ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import styles from './source-tab.module.css'

/** The copy that the story was imported from, letter for letter, beside the story. */
export function SourceTab({ id }: { readonly id: string }): ReactElement {
  const source = useDesk((state) => state.sources[id])
  const actions = useActions()
  useEffect(() => actions.needSource(id), [actions, id])
  return (
    <div className={styles['tab']}>
      {source?.status === 'ready' ? (
        source.value === null ? (
          <p>No source is kept with this story.</p>
        ) : (
          <>
            <p className={styles['name']}>
              {source.value.name === '' ? 'Pasted copy' : source.value.name} · {source.value.type}
            </p>
            <section className={styles['text']} aria-label="Text of the source">
              {source.value.text}
            </section>
          </>
        )
      ) : source?.status === 'failed' ? (
        <p role="alert">{source.message}</p>
      ) : (
        <p>One moment…</p>
      )}
    </div>
  )
}
