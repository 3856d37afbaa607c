import { useCallback } from 'react'
import type { Thread } from '../../../domain/threads/thread.ts'
import { useOpenStory } from '../../../store/use-desk.ts'
import { useGoToPanel } from '../use-go-to-panel.ts'
import { useShowTab } from '../side-tab.tsx'
import { anchorPlace } from './anchor-place.ts'
import { useCommentWays } from './comment-desk.tsx'

/** The way from a thread to what it is about. */
export function useGoToAnchor(id: string): (thread: Thread) => void {
  const lead = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const ways = useCommentWays()
  const goToPanel = useGoToPanel()
  const show = useShowTab()
  return useCallback(
    ({ id: thread, anchor }) => {
      ways?.activate(thread)
      if (anchor.kind === 'suggestion') return show('changes', { kind: 'suggestion', id: anchor.suggestion })
      if (anchor.kind === 'words' && ways?.goToWords(anchor.text, thread)) return undefined
      const { panel } = anchorPlace(anchor, lead)
      return panel === 'body' ? ways?.goToText('body') : goToPanel(panel)
    },
    [ways, lead, goToPanel, show],
  )
}
