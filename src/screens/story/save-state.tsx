import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { classes } from '../../ui/classes.ts'
import { useLinger } from '../../ui/use-linger.ts'
import styles from './save-state.module.css'
import { saveWords } from './save-words.ts'

/** While somebody types, a save is begun and done several times a second. */
const LINGER_MS = 500

/** The line that says what is stored. Only bad news is read out: "Saving…" with every word would drown the text. */
export function SaveStateLine({ id }: { readonly id: string }): ReactElement | null {
  // Each part by itself: a new object that says the same draws nothing.
  const now = useOpenStory(id, ({ save, access }) => saveWords(save, access).word)
  const reason = useOpenStory(id, ({ save, access }) => saveWords(save, access).reason)
  const tone = useOpenStory(id, ({ save, access }) => saveWords(save, access).tone)
  const wasSaving = useLinger(now === 'Saving…', LINGER_MS)
  const word = now === 'Saved' && wasSaving ? 'Saving…' : now
  if (word === undefined || reason === undefined || tone === undefined) return null
  return (
    <output
      aria-label="Save state"
      aria-live={tone === 'quiet' ? 'off' : 'polite'}
      className={classes(styles['state'], styles[tone])}
      title={reason === '' ? undefined : reason}
    >
      <span className={classes(styles['dot'], word === 'Saving…' && styles['hollow'])} aria-hidden />
      <span className={styles['words']}>
        {word}
        {reason === '' ? null : `: ${reason}`}
      </span>
    </output>
  )
}
