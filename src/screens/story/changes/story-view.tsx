import type { ReactElement } from 'react'
import type { ContentView as View } from '../../../domain/suggestions/content-view.ts'
import type { OpenStory } from '../../../store/desk-state.ts'
import { ContentView } from '../content-view.tsx'
import { useShownContent } from './use-shown-content.ts'

/** The story to read as it was, or as it will be. */
export function StoryView({
  session,
  view,
}: {
  readonly session: OpenStory['session']
  readonly view: View
}): ReactElement {
  return <ContentView content={useShownContent(session, view)} />
}
