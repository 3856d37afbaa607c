import type { StoreApi } from 'zustand/vanilla'
import type { DecisionRequest } from '../domain/suggestions/decide.ts'
import { openSuggestions } from '../domain/suggestions/open-suggestions.ts'
import type { DeskState, OpenStory, Task } from './desk-state.ts'
import { isSuggesting, wishKey, type StoryView } from './suggesting.ts'

/** What can be done about the suggestions of an open story. On one that is not open they do nothing. */
export type SuggestionActions = {
  /** Chooses whether changes are suggested or written; nothing where there is no choice. Kept per person while it is open. */
  setSuggesting(id: string, suggesting: boolean): void
  /** Shows the story as it was, with its changes, or as it will be. */
  showView(id: string, view: StoryView): void
  /**
   * Accepts or rejects suggestions as they were listed last, all or none, with a reason ('' for none). One whose
   * decision is under way is left.
   */
  decide(
    id: string,
    suggestions: readonly string[],
    verdict: DecisionRequest['verdict'],
    reason?: string,
  ): void
  /** Asks for what was decided, anew each time; `verdicts` in the state has the answer. */
  needVerdicts(id: string): void
}

export function suggestionActions(
  store: StoreApi<DeskState>,
  add: (...tasks: readonly Task[]) => void,
): SuggestionActions {
  const change = (id: string, work: (story: OpenStory) => Partial<OpenStory>): void => {
    store.setState(({ stories }) => {
      const story = stories[id]
      return story?.phase === 'open' ? { stories: { ...stories, [id]: { ...story, ...work(story) } } } : {}
    })
  }

  return {
    setSuggesting(id, suggesting) {
      const { me, stories } = store.getState()
      const story = stories[id]
      if (!me || story?.phase !== 'open' || story.access.right !== 'edit') return
      store.setState(({ suggestingWishes }) => ({
        suggestingWishes: { ...suggestingWishes, [wishKey(id, me.id)]: suggesting },
      }))
      change(id, ({ access }) => ({ suggesting: isSuggesting(access, suggesting) }))
    },
    showView: (id, view) => change(id, () => ({ view })),
    decide(id, suggestions, verdict, reason = '') {
      const story = store.getState().stories[id]
      if (story?.phase !== 'open') return
      const listed = new Map(story.suggestions.map((suggestion) => [suggestion.id, suggestion]))
      // A field shows what is proposed for it before the list has it.
      const isListed = suggestions.every((suggestion) => listed.has(suggestion))
      const fresh = isListed ? [] : openSuggestions(story.session.doc)
      const requests = suggestions.flatMap((suggestion) => {
        const known = listed.get(suggestion) ?? fresh.find((one) => one.id === suggestion)
        return known && !story.deciding.includes(suggestion)
          ? [{ suggestion, verdict, mark: known.mark, reason: reason.trim() }]
          : []
      })
      if (requests.length === 0) return
      change(id, ({ deciding }) => ({
        deciding: [...deciding, ...requests.map(({ suggestion }) => suggestion)],
      }))
      add({ type: 'decide', id, requests })
    },
    needVerdicts(id) {
      store.setState(({ verdicts }) => ({
        verdicts: verdicts[id]?.status === 'ready' ? verdicts : { ...verdicts, [id]: { status: 'loading' } },
      }))
      add({ type: 'load verdicts', id })
    },
  }
}
