import type { ReactElement } from 'react'
import { CHECK_NAMES } from '../../../domain/checks/check-names.ts'
import { useActions } from '../../../store/use-desk.ts'
import { Fold } from './fold.tsx'
import styles from './checks.module.css'

/** Every check there is, each with what it looks for, on or off. */
export function SwitchesPart({
  off,
  mayChange,
}: {
  readonly off: readonly string[]
  readonly mayChange: boolean
}): ReactElement {
  const actions = useActions()
  return (
    <Fold
      title="What is checked"
      aside={`${CHECK_NAMES.filter(({ name }) => !off.includes(name)).length} of ${CHECK_NAMES.length} are on`}
    >
      <ul className={styles['switches']} aria-label="Checks">
        {CHECK_NAMES.map(({ name, label, looksFor }) => (
          <li key={name}>
            <label className={styles['switch']}>
              <input
                type="checkbox"
                checked={!off.includes(name)}
                disabled={!mayChange}
                aria-describedby={`checks-${name}`}
                onChange={({ target }) =>
                  actions.changeChecks({ type: 'switch checks', names: [name], isOn: target.checked })
                }
              />
              {label}
            </label>
            <span id={`checks-${name}`} className={styles['quiet']}>
              {looksFor}
            </span>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
