import { useEffect, type ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { usePageTitle } from '../../ui/page-title.ts'
import { NewerStory } from './newer-story.tsx'
import { OpenStoryPage } from './open-story-page.tsx'
import { RefusedStory } from './refused-story.tsx'
import { StorySkeleton } from './story-skeleton.tsx'

/** The page of one story, opened while it is shown. */
export function StoryPage({ id }: { readonly id: string }): ReactElement {
  const actions = useActions()
  useEffect(() => {
    actions.openStory(id)
    return () => actions.closeStory(id)
  }, [actions, id])
  const phase = useDesk((state) => state.stories[id]?.phase)
  const refusal = useDesk(({ stories: { [id]: story } }) =>
    story?.phase === 'refused' ? story.refusal : null,
  )
  return (
    <>
      <StoryTitle id={id} />
      {refusal ? (
        <RefusedStory id={id} refusal={refusal} />
      ) : phase === 'newer' ? (
        <NewerStory id={id} />
      ) : phase === 'open' ? (
        <OpenStoryPage id={id} />
      ) : (
        <StorySkeleton />
      )}
    </>
  )
}

/** Draws nothing: names the browser's tab after the headline, without drawing the page for each of its keys. */
function StoryTitle({ id }: { readonly id: string }): null {
  const headline = useDesk(({ stories: { [id]: story } }) => {
    if (story?.phase === 'open') return story.headline
    return story?.phase === 'newer' ? story.record.summary.headline : ''
  })
  usePageTitle(`Story: ${headline.trim() === '' ? 'Untitled' : headline.trim()}`)
  return null
}
