import type { Editor } from '@tiptap/core'
import { createContext, useContext } from 'react'

type OnFocus = (editor: Editor) => void

/** What the page is told when an editor gets the focus: the formatting toolbar is for that one then. */
export const EditorFocus = createContext<OnFocus>(() => undefined)

export const useEditorFocus = (): OnFocus => useContext(EditorFocus)
