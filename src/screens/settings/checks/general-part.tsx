import type { ReactElement } from 'react'
import type { CheckSettings, StarterStyle } from '../../../domain/checks/check-settings.ts'
import { DIALECTS } from '../../../domain/checks/check-settings.ts'
import type { DatelineStyle } from '../../../domain/newsroom-settings.ts'
import { useActions } from '../../../store/use-desk.ts'
import { Select } from '../../../ui/select.tsx'
import styles from './checks.module.css'

const STARTERS: readonly { readonly value: StarterStyle; readonly label: string }[] = [
  { value: 'British', label: 'British newspaper' },
  { value: 'American', label: 'American newspaper' },
  { value: 'none', label: 'None: only the newsroom’s own rules' },
]
const DATELINES: readonly DatelineStyle[] = ['AP', 'Reuters', 'AFP', 'PA']
const options = <Value extends string>(values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }))

/** Whose spelling is right, which rules a newsroom begins with, and how datelines are written. */
export function GeneralPart({
  settings,
  mayChange,
}: {
  readonly settings: CheckSettings
  readonly mayChange: boolean
}): ReactElement {
  const actions = useActions()
  return (
    <div className={styles['row']}>
      <Select
        label="Spelling"
        value={settings.dialect}
        options={options(DIALECTS)}
        isDisabled={!mayChange}
        onChange={(dialect) => actions.changeChecks({ type: 'set', settings: { dialect } })}
      />
      <Select
        label="Rules to begin with"
        value={settings.starter}
        options={STARTERS}
        isDisabled={!mayChange}
        onChange={(starter) => actions.changeChecks({ type: 'set', settings: { starter } })}
      />
      <Select
        label="Datelines are checked for"
        value={settings.datelineStyle}
        options={options(DATELINES)}
        isDisabled={!mayChange}
        onChange={(datelineStyle) => actions.changeChecks({ type: 'set', settings: { datelineStyle } })}
      />
    </div>
  )
}
