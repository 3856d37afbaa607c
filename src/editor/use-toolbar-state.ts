import type { Editor } from '@tiptap/core'
import { useRef, useSyncExternalStore } from 'react'
import { hostOf } from './keys.ts'
import type { ToolbarState } from './toolbar-state.ts'
import { NO_EDITOR, sameToolbarState, toolbarState } from './toolbar-state.ts'

/** The toolbar's state of an editor. Renders again only when it looks different, not with every key. */
export function useToolbarState(editor: Editor | null): ToolbarState {
  const last = useRef<ToolbarState>(NO_EDITOR)
  return useSyncExternalStore(
    (changed) => {
      editor?.on('transaction', changed)
      editor?.on('update', changed)
      return () => {
        editor?.off('transaction', changed)
        editor?.off('update', changed)
      }
    },
    () => {
      const now =
        editor === null || editor.isDestroyed
          ? NO_EDITOR
          : toolbarState(editor.state, editor.isEditable, hostOf(editor)?.comments.mayComment ?? false)
      if (!sameToolbarState(now, last.current)) last.current = now
      return last.current
    },
  )
}
