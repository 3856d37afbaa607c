import type { Backend, Refusal } from '../backends/backend.ts'
import { asked } from './asked.ts'
import { DecisionOrigin } from './decision-steps.ts'
import type { Task } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { Sessions } from './session-effects.ts'
import type { StorySession } from './story-session.ts'
import { listSuggestions } from './suggestion-observer.ts'

type DecisionTask = Extract<Task, { type: 'decide' | 'redecide' | 'load verdicts' }>

type RedecideTask = Extract<Task, { type: 'redecide' }>

export type Decisions = { perform(task: DecisionTask): Promise<void>; stop(): void }

/** Takes decisions on suggestions to the backend, which alone decides, and keeps what was decided fresh where it is known. */
export function createDecisions(
  store: DeskStore,
  backend: Backend,
  sessions: Pick<Sessions, 'connected'>,
  tell: (tone: 'done' | 'problem', text: string) => void,
): Decisions {
  /** The last question for each story: an answer to an older one is dropped. */
  const questions = new Map<string, number>()
  /** What could not be written down yet because the storage fails. */
  const waiting = new Map<RedecideTask, StorySession>()

  async function loadVerdicts(id: string): Promise<void> {
    const question = (questions.get(id) ?? 0) + 1
    questions.set(id, question)
    const found = asked(await backend.verdicts(id))
    if (questions.get(id) !== question) return
    store.setState(({ verdicts }) => ({ verdicts: { ...verdicts, [id]: found } }))
  }

  const refresh = async (id: string): Promise<void> => {
    if (store.getState().verdicts[id]) await loadVerdicts(id)
  }
  const unwatch = backend.watch(({ ids }) => {
    for (const id of ids) void refresh(id)
  })

  async function decide({ id, requests, isAgain }: Extract<DecisionTask, { type: 'decide' }>): Promise<void> {
    const open = sessions.connected(id)
    if (!open) return
    const ids = requests.map(({ suggestion }) => suggestion)
    try {
      const decided = await open.connection.decide(requests, new DecisionOrigin(requests, isAgain))
      if (!decided.ok) tellUndecided(decided)
      else if (ids.length > 1)
        tell('done', `${ids.length} suggestions ${decided.value[0]?.verdict ?? 'decided'}.`)
    } finally {
      store.setState(({ stories }) => {
        const story = stories[id]
        if (story?.phase !== 'open') return {}
        const deciding = story.deciding.filter((suggestion) => !ids.includes(suggestion))
        return { stories: { ...stories, [id]: { ...story, deciding } } }
      })
    }
    listSuggestions(store, open.session)
    await refresh(id)
  }

  /** Nothing was decided; why, and what to do, is in the refusal's own words, but for a backend that can't be reached. */
  function tellUndecided({ reason, message }: Refusal): void {
    tell('problem', reason === 'storage' ? `Nothing was decided. ${message}` : message)
  }

  async function redecide(task: RedecideTask): Promise<void> {
    const { id, how, suggestions } = task
    const open = sessions.connected(id)
    if (!open) return
    const done = await open.connection.redecide(how, suggestions)
    if (!done.ok && done.reason === 'storage') {
      // What was undone is stored as soon as it can be, and with it has to be written down that it was.
      waiting.set(task, open.session)
    } else if (!done.ok) tell('problem', done.message)
    await refresh(id)
  }

  const unwait = store.subscribe(({ stories }, before) => {
    if (waiting.size === 0 || stories === before.stories) return
    const again: Task[] = []
    for (const [task, session] of waiting) {
      const story = stories[task.id]
      const isHere = story?.phase === 'open' && story.session === session
      if (isHere && story.save.kind !== 'saved') continue
      waiting.delete(task)
      if (isHere) again.push(task)
    }
    if (again.length > 0) store.setState(({ tasks }) => ({ tasks: [...tasks, ...again] }))
  })

  return {
    perform(task) {
      if (task.type === 'decide') return decide(task)
      return task.type === 'redecide' ? redecide(task) : loadVerdicts(task.id)
    },
    stop() {
      unwatch()
      unwait()
    },
  }
}
