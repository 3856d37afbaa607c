import { SHORTCUTS, shortcutText, type Shortcut } from '../../editor/shortcuts.ts'
import { onMac } from '../story/on-mac.ts'
import { KeyRows } from './key-rows.tsx'

/** The editors' shortcuts, out of the table that they act on. Loads the editor's commands: keep it lazy. */
export function StoryKeys() {
  const shortcuts: readonly Shortcut[] = Object.values(SHORTCUTS)
  const mac = onMac()
  return (
    <KeyRows
      name="In a story"
      rows={shortcuts.map(({ label, keys }) => ({
        does: label,
        keys: keys.map((key) => shortcutText(key, mac)),
      }))}
    />
  )
}
