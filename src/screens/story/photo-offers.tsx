import type { ReactElement } from 'react'
import type { PictureWords } from '../../formats/read-picture-words.ts'
import type { PhotoState } from '../../store/desk-state.ts'
import { useActions } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import styles from './photo-card.module.css'

const NAMES = { alt: 'alt text', caption: 'caption', credit: 'credit' } as const
type Name = keyof typeof NAMES

/** What the picture file says about itself, each for a field that is still empty. Nothing is taken unasked. */
export function PhotoOffers({
  storyId,
  photo,
  offers,
}: {
  readonly storyId: string
  readonly photo: PhotoState
  readonly offers: PictureWords
}): ReactElement | null {
  const actions = useActions()
  const open = (['alt', 'caption', 'credit'] as const).filter(
    (name) => offers[name] !== '' && photo[name].trim() === '',
  )
  if (open.length === 0) return null
  const use = (name: Name): void => {
    if (name === 'caption') actions.fillCaption(storyId, photo.id, offers.caption)
    else actions.setPhoto(storyId, photo.id, { [name]: offers[name] })
  }
  return (
    <section className={styles['offers']} aria-label="Found in the picture file">
      <span className={styles['name']}>Found in the picture file</span>
      <ul>
        {open.map((name) => (
          <li key={name}>
            <q>{offers[name]}</q>
            <Button size="small" onPress={() => use(name)}>
              Use as {NAMES[name]}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
