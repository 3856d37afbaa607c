import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { classes } from '../../ui/classes.ts'
import styles from './save-state.module.css'
import { saveWords } from './save-words.ts'

/** The line that says what is stored. Only bad news is read out: "Saving…" with every word would drown the text. */
export function SaveStateLine({ id }: { readonly id: string }): ReactElement | null {
  // Each part by itself: a new object that says the same draws nothing.
  const word = useOpenStory(id, ({ save, access }) => saveWords(save, access).word)
  const reason = useOpenStory(id, ({ save, access }) => saveWords(save, access).reason)
  const tone = useOpenStory(id, ({ save, access }) => saveWords(save, access).tone)
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
