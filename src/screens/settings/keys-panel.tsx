import { Suspense } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { onMac } from '../story/on-mac.ts'
import type { KeyRow } from './key-rows.tsx'
import { KeyRows } from './key-rows.tsx'
import { Panel } from './panel.tsx'
import styles from './settings-page.module.css'
import { lazyPart } from '../lazy-part.tsx'

const StoryKeys = lazyPart(() => import('./story-keys.tsx'), 'StoryKeys')

const DESK: readonly KeyRow[] = [
  { does: 'Search stories', keys: ['/'] },
  { does: 'Clear the search', keys: ['Esc'] },
  { does: 'Move through the stories', keys: ['Up', 'Down', 'Page Up', 'Page Down', 'Home', 'End'] },
  { does: 'Open the story', keys: ['Enter'] },
  { does: 'Go to the story’s buttons, and back', keys: ['Right', 'Left'] },
  { does: 'Claim the story', keys: ['C'] },
  { does: 'New story, from the list', keys: ['N'] },
]

const SLASH: readonly { readonly value: 'on' | 'off'; readonly label: string }[] = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
]

/** Which keys do what. The one that works alone and everywhere on the desk can be switched off. */
export function KeysPanel() {
  const slash = useDesk((state) => state.preferences.slash ?? 'on')
  const actions = useActions()
  return (
    <Panel name="Keyboard shortcuts">
      <RadioGroup
        label="“/” goes to the search of the desk"
        layout="row"
        value={slash}
        options={SLASH}
        onChange={(next) => {
          actions.setPreferences({ slash: next })
        }}
      />
      <table className={styles['keys']}>
        <KeyRows name="On the desk" rows={DESK} />
        <KeyRows
          name="In “Import copy”"
          rows={[{ does: 'Import', keys: [onMac() ? '⌘Enter' : 'Ctrl+Enter'] }]}
        />
        <Suspense fallback={null}>
          <StoryKeys />
        </Suspense>
      </table>
    </Panel>
  )
}
