import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { readContent } from '../../../domain/read-content.ts'
import type { StoryContent } from '../../../domain/story-content.ts'
import type { ContentView } from '../../../domain/suggestions/content-view.ts'
import type { OpenStory } from '../../../store/desk-state.ts'

/** What a story says in a view, read anew when it changes, at most once a frame. */
export function useShownContent({ doc }: OpenStory['session'], view: ContentView): StoryContent {
  const turn = useRef(0)
  const watch = useCallback(
    (listener: () => void) => {
      let frame = 0
      const onUpdate = (): void => {
        if (frame !== 0) return
        frame = requestAnimationFrame(() => {
          frame = 0
          turn.current += 1
          listener()
        })
      }
      doc.on('update', onUpdate)
      return () => {
        cancelAnimationFrame(frame)
        doc.off('update', onUpdate)
      }
    },
    [doc],
  )
  const now = useSyncExternalStore(watch, () => turn.current)
  // oxlint-disable-next-line react/exhaustive-deps -- the document changes in place: `now` counts how often
  return useMemo(() => readContent(doc, view), [doc, view, now])
}
