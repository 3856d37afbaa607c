import { Redo2, Undo2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { SHORTCUTS, ariaShortcut, shortcutText } from '../../editor/shortcuts.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { onMac } from './on-mac.ts'
import { readOnlyReason } from './save-words.ts'
import styles from './undo-buttons.module.css'

/** Back and forth over everything that this person did to the story, whatever field it was in. */
export function UndoButtons({ id }: { readonly id: string }): ReactElement {
  const canUndo = useOpenStory(id, (story) => story.canUndo) ?? false
  const canRedo = useOpenStory(id, (story) => story.canRedo) ?? false
  const mayWrite = useOpenStory(id, ({ save, access }) => readOnlyReason(save, access) === null) ?? false
  const actions = useActions()
  const mac = onMac()
  return (
    <>
      {(['undo', 'redo'] as const).map((name) => {
        const { label, keys } = SHORTCUTS[name]
        const can = mayWrite && (name === 'undo' ? canUndo : canRedo)
        const Icon = name === 'undo' ? Undo2 : Redo2
        return (
          <button
            key={name}
            type="button"
            className={styles['button']}
            aria-label={label}
            aria-disabled={!can}
            aria-keyshortcuts={ariaShortcut(keys[0], mac)}
            title={`${label} (${shortcutText(keys[0], mac)})`}
            // The toolbar is one stop for Tab; its arrows come here.
            tabIndex={-1}
            // The text keeps its focus and its selection.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (can) actions[name](id)
            }}
          >
            <Icon aria-hidden />
          </button>
        )
      })}
    </>
  )
}
