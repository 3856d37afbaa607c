import { useCallback, useRef, useSyncExternalStore } from 'react'
import { readContent } from '../../domain/read-content.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import { useDesk } from '../../store/use-desk.ts'

/** How long a document must rest before it is read anew, in milliseconds: others may be typing in it. */
const REST = 400

/** What a story says now, or null while that is not known. */
export function useContentNow(id: string, isWanted: boolean): StoryContent | null {
  const doc = useDesk(({ stories: { [id]: story } }) =>
    isWanted && story?.phase === 'open' ? story.session.doc : null,
  )
  const newer = useDesk(({ stories: { [id]: story } }) => (story?.phase === 'newer' ? story.content : null))
  const read = useRef<{ readonly doc: typeof doc; readonly content: StoryContent } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const onUpdate = (): void => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          read.current = null
          listener()
        }, REST)
      }
      doc?.on('update', onUpdate)
      return () => {
        clearTimeout(timer)
        doc?.off('update', onUpdate)
      }
    },
    [doc],
  )
  const live = useSyncExternalStore(subscribe, () => {
    if (!doc) return null
    if (read.current?.doc !== doc) read.current = { doc, content: readContent(doc) }
    return read.current.content
  })
  return live ?? newer
}
