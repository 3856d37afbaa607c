import type { Preferences } from '../../store/desk-state.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Panel } from './panel.tsx'

const THEMES: readonly { readonly value: Preferences['theme']; readonly label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** Light or dark, kept in this browser. */
export function LookPanel() {
  const theme = useDesk((state) => state.preferences.theme)
  const actions = useActions()
  return (
    <Panel name="Look">
      <RadioGroup
        label="Theme"
        layout="row"
        value={theme}
        options={THEMES}
        onChange={(next) => {
          actions.setPreferences({ theme: next })
        }}
      />
    </Panel>
  )
}
