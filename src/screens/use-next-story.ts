import { useLocation, useSearchParams } from 'wouter'
import { nextInQueue } from '../store/queue-walk.ts'
import { useDesk } from '../store/use-desk.ts'
import type { Queue } from './desk/queues.ts'
import { ALL_STORIES, addressOf, isShown, queueOf, storyAddress } from './desk/queues.ts'

export type NextStory = {
  /** The queue that the story on screen was reached from. */
  readonly queue: Queue
  /** Another story stands in it; else `go` leads back to the queue. */
  readonly hasNext: boolean
  readonly go: () => void
}

/** The way on from a story through the queue that its address names; null where it names none. */
export function useNextStory(id: string): NextStory | null {
  const [, navigate] = useLocation()
  const queue = useQueueOnTheWay()
  const next = useDesk((state) =>
    isShown(queue, state.list.query) && state.list.status === 'ready'
      ? (nextInQueue(state, id)?.id ?? null)
      : null,
  )
  if (id === '' || queue === ALL_STORIES) return null
  return {
    queue,
    hasNext: next !== null,
    go: () => navigate(next === null ? addressOf(queue) : storyAddress(next, queue)),
  }
}

/** The queue that the address names; all stories where it names none. */
export function useQueueOnTheWay(): Queue {
  const [parameters] = useSearchParams()
  const role = useDesk((state) => state.me?.role ?? 'reporter')
  return queueOf(parameters.get('queue') ?? '', role)
}

/** What the address of another page of the same story ends with, so that the queue is kept on the way there and back. */
export function useQueueSuffix(): string {
  const { id } = useQueueOnTheWay()
  return id === '' ? '' : `?queue=${id}`
}
