import type { Backend, Refusal } from '../backends/backend.ts'
import { asked } from './asked.ts'
import { DecisionOrigin } from './decision-steps.ts'
import type { Task } from './desk-state.ts'
import type { DeskStore } from './desk-store.ts'
import type { Sessions } from './session-effects.ts'
import { listSuggestions } from './suggestion-observer.ts'

type DecisionTask = Extract<Task, { type: 'decide' | 'redecide' | 'load verdicts' }>

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

  async function decide({ id, requests }: Extract<DecisionTask, { type: 'decide' }>): Promise<void> {
    const open = sessions.connected(id)
    if (!open) return
    const ids = requests.map(({ suggestion }) => suggestion)
    try {
      const decided = await open.connection.decide(requests, new DecisionOrigin(ids))
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

  async function redecide({
    id,
    how,
    suggestions,
  }: Extract<DecisionTask, { type: 'redecide' }>): Promise<void> {
    const open = sessions.connected(id)
    if (!open) return
    const done = await open.connection.redecide(how, suggestions)
    if (!done.ok) tell('problem', done.message)
    await refresh(id)
  }

  return {
    perform(task) {
      if (task.type === 'decide') return decide(task)
      return task.type === 'redecide' ? redecide(task) : loadVerdicts(task.id)
    },
    stop: unwatch,
  }
}
