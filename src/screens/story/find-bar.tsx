import { Suspense, useEffect, useState, type ReactElement } from 'react'
import { useActions } from '../../store/use-desk.ts'
import styles from './find-bar.module.css'
import { useShowTab } from './side-tab.tsx'
import { useMayEdit } from './use-may-edit.ts'
import { lazyPart } from '../lazy-part.tsx'

const FindPanel = lazyPart(() => import('../../editor/find/find-panel.tsx'), 'FindPanel')

/** Find and replace over the texts of a story, opened by keys. What finds is loaded when it is first asked for. */
export function FindBar({ id }: { readonly id: string }): ReactElement | null {
  const [isOpen, setOpen] = useState(false)
  const mayEdit = useMayEdit(id)
  const actions = useActions()
  const showTab = useShowTab()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isFindKey(event) || event.defaultPrevented) return
      event.preventDefault()
      // Only the texts that are shown with their changes can be searched.
      actions.showView(id, 'changes')
      showTab('story')
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [actions, id, showTab])
  if (!isOpen) return null
  return (
    <div className={styles['bar']}>
      <Suspense fallback={null}>
        <FindPanel mayReplace={mayEdit} onClose={() => setOpen(false)} />
      </Suspense>
    </div>
  )
}

/** Mod-f, and for who is used to it Ctrl-h; on a Mac Cmd-h hides the window. */
function isFindKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  if (shiftKey || altKey) return false
  const small = key.toLowerCase()
  return ((ctrlKey || metaKey) && small === 'f') || (ctrlKey && !metaKey && small === 'h')
}
