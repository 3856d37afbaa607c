import { useEffect, type ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './source-dialog.module.css'

/** The copy that the story was imported from, letter for letter. */
export function SourceDialog({
  id,
  onClose,
}: {
  readonly id: string
  readonly onClose: () => void
}): ReactElement {
  const source = useDesk((state) => state.sources[id])
  const actions = useActions()
  useEffect(() => actions.needSource(id), [actions, id])
  return (
    <Dialog title="Source" size="large" onClose={onClose}>
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
    </Dialog>
  )
}
