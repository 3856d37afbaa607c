import { Keyboard } from 'lucide-react'
import type { ReactElement } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { FieldComments } from './comments/field-comments.tsx'
import styles from './story-foot.module.css'
import { languageName } from './text-direction.ts'

/** What the text comes to, counted while it is written. */
export function StoryFoot({
  id,
  onShortcuts,
}: {
  readonly id: string
  readonly onShortcuts: () => void
}): ReactElement | null {
  const counts = useOpenStory(id, (story) => story.counts)
  const language = useOpenStory(id, (story) => story.fields.language) ?? ''
  if (!counts) return null
  const { words, characters, minutes, tks } = counts
  return (
    <footer className={styles['foot']} aria-label="Counts">
      <span>{counted(words, 'word')}</span>
      <span>{counted(characters, 'character')}</span>
      <span>{minutes} min read</span>
      {tks === 0 ? null : <strong className={styles['tks']}>{counted(tks, 'TK')}</strong>}
      <span className={styles['gap']} />
      <span className={styles['language']}>{languageName(language)}</span>
      <FieldComments panel="body" label="Body" placement="top" />
      <span className={styles['keys']}>
        <IconButton
          label="Keyboard shortcuts"
          size="small"
          placement="top"
          icon={<Keyboard aria-hidden />}
          onPress={onShortcuts}
        />
      </span>
    </footer>
  )
}

const counted = (number: number, what: string): string =>
  `${number.toLocaleString('en-GB')} ${what}${number === 1 ? '' : 's'}`
