import { CornerLeftUp, SkipForward } from 'lucide-react'
import { useEffect, type ReactElement } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { isShown, queryOf } from '../desk/queues.ts'
import { useNextStory } from '../use-next-story.ts'

/** On to the next story of the queue that this one was reached from, by button or Alt+Page Down. */
export function NextStory({ id }: { readonly id: string }): ReactElement | null {
  const actions = useActions()
  const way = useNextStory(id)
  const queue = way?.queue
  const isListed = useDesk(({ list }) => queue === undefined || isShown(queue, list.query))
  useEffect(() => {
    actions.walkTo(id)
  }, [actions, id])
  useEffect(() => {
    // Here first, without the desk before it: the queue is still to be asked for.
    if (queue && !isListed) actions.showQueue({ ...queryOf(queue), search: '' })
  }, [actions, queue, isListed])
  const go = way?.go
  useEffect(() => {
    if (!go) return undefined
    const press = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event
      if (key !== 'PageDown' || !altKey || ctrlKey || metaKey || shiftKey) return
      if (document.querySelector('[role=dialog]') !== null) return
      event.preventDefault()
      go()
    }
    document.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('keydown', press)
    }
  }, [go])
  if (!way) return null
  return (
    <IconButton
      label={way.hasNext ? `Next story in “${way.queue.name}”` : `Back to “${way.queue.name}”`}
      shortcut="Alt+Page Down"
      aria-keyshortcuts="Alt+PageDown"
      icon={way.hasNext ? <SkipForward aria-hidden /> : <CornerLeftUp aria-hidden />}
      onPress={way.go}
    />
  )
}
