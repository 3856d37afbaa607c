import { useEffect, type RefObject } from 'react'
import { useOpenStory } from '../../store/use-desk.ts'

/** A story without a word is begun with its headline: the focus goes there when it opens, if it is nowhere else. */
export function useBlankFocus(root: RefObject<HTMLElement | null>, id: string): void {
  const isBlank = useOpenStory(
    id,
    ({ headline, dek, authors, photos, record, access }) =>
      access.right === 'edit' &&
      headline === '' &&
      dek === '' &&
      authors.length === 0 &&
      photos.length === 0 &&
      record.summary.words === 0,
  )
  useEffect(() => {
    const { activeElement } = document
    const isFree = activeElement === null || activeElement === document.body
    if (isBlank && isFree)
      root.current?.querySelector<HTMLElement>('[data-panel=headline] [contenteditable=true]')?.focus()
    // Only once, when the page opens: later changes are somebody's writing.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [])
}
