import type { ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { HereFaces } from './here-faces.tsx'
import { othersIn, saidIn } from './here-people.ts'
import styles from './here.module.css'

/** Who else has a story open, on its row of the desk; nothing where nobody has. */
export function HereInStory({ id }: { readonly id: string }): ReactElement | null {
  const here = useDesk((state) => state.here)
  const me = useDesk((state) => state.me?.id) ?? ''
  const people = othersIn(here, id, me)
  if (people.length === 0) return null
  return (
    <span className={styles['row']} title={saidIn(people)}>
      <HereFaces people={people} small />
      <VisuallyHidden>{saidIn(people)}</VisuallyHidden>
    </span>
  )
}
