import { openSuggestions } from '../../../domain/suggestions/open-suggestions.ts'
import { useActions, useOpenStory } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { useShowTab, useSideTab } from '../side-tab.tsx'
import { usePageKeys } from '../use-page-keys.ts'
import { useActiveChange, useChangeWays } from './change-desk.tsx'
import { changeKeyOf, type ChangeKey } from './change-keys.ts'
import { changePlace, changeSentence } from './change-texts.ts'
import { useDecider } from './use-decider.ts'
import { useAfterDecision } from './use-after-decision.ts'
import { whyNotDecide } from './why-not-decide.ts'

/** Draws nothing: goes from change to change and decides on the one that is looked at, by key, wherever the focus is. */
export function ChangeWalk({ id }: { readonly id: string }): null {
  const session = useOpenStory(id, (story) => story.session)
  const suggesting = useOpenStory(id, (story) => story.suggesting) ?? false
  const right = useOpenStory(id, (story) => story.access.right)
  const lead = useOpenStory(id, (story) => story.fields.lead) ?? ''
  const active = useActiveChange()
  const ways = useChangeWays()
  const decider = useDecider(id)
  const { tab } = useSideTab()
  const showTab = useShowTab()
  const actions = useActions()
  const goOn = useAfterDecision(id)

  const press = (pressed: ChangeKey): void => {
    if (pressed === 'suggesting') {
      if (right !== 'edit') return announce('Suggesting can’t be switched here')
      actions.setSuggesting(id, !suggesting)
      return announce(suggesting ? 'Suggesting off' : 'Suggesting on')
    }
    // The store's own list waits for a pause in typing; whoever asks for the next change has made theirs.
    const suggestions = session ? openSuggestions(session.doc) : []
    const at = suggestions.findIndex((suggestion) => suggestion.id === active)
    if (pressed === 'next' || pressed === 'previous') {
      const { length } = suggestions
      if (length === 0) return announce('There are no changes')
      const step = pressed === 'next' ? 1 : -1
      const to = at === -1 ? (step === 1 ? 0 : length - 1) : (at + step + length) % length
      const found = suggestions[to]
      if (!found) return undefined
      // The list stays in sight where it would have to give way to a field.
      const isInBody = 'text' in found.place && found.place.text === 'body'
      if (tab === 'changes' && !isInBody) showTab('changes', { kind: 'suggestion', id: found.id })
      else ways?.goTo(found)
      return announce(
        `Change ${to + 1} of ${length}, ${changePlace(found.place, lead)}: ${changeSentence(found)}`,
      )
    }
    const found = suggestions[at]
    if (!found) return announce('No change is marked: F8 goes to the next one')
    const why = whyNotDecide(decider, found.by, pressed)
    if (why !== '') return announce(why)
    goOn([found.id])
    return actions.decide(id, [found.id], pressed)
  }

  usePageKeys(changeKeyOf, press)
  return null
}
