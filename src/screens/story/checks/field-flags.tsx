import type { ReactElement } from 'react'
import type { FieldPath } from '../../../domain/suggestions/suggestion.ts'
import { useOpenStory } from '../../../store/use-desk.ts'
import { classes } from '../../../ui/classes.ts'
import { useCheckWays, useLookedAt } from './check-desk.tsx'
import styles from './field-flags.module.css'
import { checkLabel } from './flag-words.ts'

const NONE: readonly never[] = []

/** What the checks found in a plain field, quietly beneath it: the words, underlined as in a text, lead to what can be done. */
export function FieldFlags({
  id,
  field,
}: {
  readonly id: string
  readonly field: FieldPath
}): ReactElement | null {
  const all = useOpenStory(id, (story) => story.checks.flags) ?? NONE
  const looked = useLookedAt()
  const ways = useCheckWays()
  const flags = all.filter(({ range: { place } }) => place.to === 'field' && place.field === field)
  if (flags.length === 0 || ways === null) return null
  return (
    <ul className={styles['flags']} aria-label="Found by the checks">
      {flags.map((flag) => (
        <li key={flag.id}>
          <button
            type="button"
            data-flag={flag.id}
            className={styles['flag']}
            aria-current={looked?.id === flag.id}
            onClick={({ detail }) => ways.goTo(flag, detail === 0 ? 'entered' : 'seen')}
          >
            <mark className={classes(styles['words'], styles[flag.kind], styles[flag.weight])}>
              {flag.words}
            </mark>{' '}
            {checkLabel(flag.check)}
          </button>
        </li>
      ))}
    </ul>
  )
}
