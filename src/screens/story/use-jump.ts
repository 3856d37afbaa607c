import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import type { Jump } from '../../domain/sign-off-item.ts'
import type { TextName } from '../../domain/story-doc.ts'
import type { FieldPath } from '../../domain/suggestions/suggestion.ts'
import { showPlace } from '../../editor/show-place.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { dataQuery, fieldElement, fieldPanel } from './field-element.ts'
import { goToPanel } from './go-to-panel.ts'
import { useShowTab } from './side-tab.tsx'

/** The way to whatever a list names: shows the tab that has it, and puts the focus there. */
export function useJump(): (jump: Jump) => void {
  const show = useShowTab()
  const actions = useActions()
  const open =
    useDesk(({ stories }) => Object.keys(stories).find((id) => stories[id]?.phase === 'open')) ?? ''
  return useCallback(
    (jump) => {
      // Texts and fields can be gone to only where the story is shown with its changes.
      if (jump.to !== 'suggestion' && jump.to !== 'thread') flushSync(() => actions.showView(open, 'changes'))
      switch (jump.to) {
        case 'suggestion':
          return show('changes', { kind: 'suggestion', id: jump.id })
        case 'thread':
          return show('comments', { kind: 'thread', id: jump.id })
        case 'panel':
          show('story')
          return goToPanel(jump.panel)
        case 'field':
          show('story')
          return goToField(jump.field)
        default:
          if (jump.text !== 'body') show('story')
          return goToText(jump.text, jump.at)
      }
    },
    [show, actions, open],
  )
}

function goToText(text: TextName, at: Extract<Jump, { to: 'text' }>['at']): void {
  const home =
    text === 'body'
      ? '[data-region=text]'
      : text.startsWith('caption:')
        ? dataQuery('photo', text.slice('caption:'.length))
        : dataQuery('panel', text)
  const element = document.querySelector<HTMLElement>(`${home} [role=textbox][contenteditable]`)
  element?.focus()
  if (at) showPlace(element, at)
}

function goToField(field: FieldPath): void {
  const found = fieldElement(field)
  if (found) found.focus()
  else goToPanel(fieldPanel(field))
}
