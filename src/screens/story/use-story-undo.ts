import { useEffect, type RefObject } from 'react'
import { useActions } from '../../store/use-desk.ts'
import type { OpenStory } from '../../store/desk-state.ts'

/**
 * One undo over everything: Ctrl or Cmd with Z and Y, and the browser's own menu, act on the story's history also
 * in plain inputs. Whatever is done in another field after the focus moved is a step of its own.
 */
export function useStoryUndo(root: RefObject<HTMLElement | null>, session: OpenStory['session']): void {
  const actions = useActions()
  const { id } = session
  useEffect(() => {
    const element = root.current
    if (!element) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return
      const key = event.key.toLowerCase()
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
      if (!isRedo && (key !== 'z' || event.shiftKey)) return
      event.preventDefault()
      if (isRedo) actions.redo(id)
      else actions.undo(id)
    }
    const onBeforeInput = (event: InputEvent): void => {
      if (event.defaultPrevented) return
      if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return
      event.preventDefault()
      if (event.inputType === 'historyUndo') actions.undo(id)
      else actions.redo(id)
    }
    const onFocusIn = (): void => session.undo.manager.stopCapturing()
    element.addEventListener('keydown', onKeyDown)
    element.addEventListener('beforeinput', onBeforeInput)
    element.addEventListener('focusin', onFocusIn)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
      element.removeEventListener('beforeinput', onBeforeInput)
      element.removeEventListener('focusin', onFocusIn)
    }
  }, [root, session, id, actions])
}
