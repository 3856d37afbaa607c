import type { ReactElement } from 'react'
import { SHORTCUTS, shortcutText, type Shortcut } from '../../editor/shortcuts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { onMac } from './on-mac.ts'
import { CHANGE_KEYS } from './changes/change-keys.ts'
import { FLAG_KEYS } from './checks/check-keys.ts'
import styles from './shortcuts-dialog.module.css'

/** Keys of the page itself, which no editor knows of. */
const PAGE_KEYS = [
  { label: 'Next part of the page', keys: ['F6'] },
  { label: 'Part before', keys: ['Shift-F6'] },
  { label: 'From the side back to the text', keys: ['Escape'] },
  { label: 'Find and replace', keys: ['Mod-f'] },
  { label: 'Next story of the queue', keys: ['Alt-PageDown'] },
  { label: 'From button to button in the toolbar', keys: ['←', '→'] },
] as const

/** Every shortcut there is, out of the same table that the editors act on. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const all: readonly Shortcut[] = Object.values(SHORTCUTS)
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      <ShortcutTable title="In every text" rows={all.filter((shortcut) => shortcut.inLines)} />
      <ShortcutTable title="In the body" rows={all.filter((shortcut) => !shortcut.inLines)} />
      <ShortcutTable title="On the page" rows={PAGE_KEYS} />
      <ShortcutTable title="Changes" rows={Object.values(CHANGE_KEYS)} />
      <ShortcutTable title="Checks" rows={Object.values(FLAG_KEYS)} />
    </Dialog>
  )
}

function ShortcutTable({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly keys: readonly string[] }[]
}): ReactElement {
  const mac = onMac()
  return (
    <section className={styles['group']} aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ label, keys }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{shortcutText(key, mac)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
