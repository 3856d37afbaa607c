import { useId, useState, type ReactElement } from 'react'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import field from '../../ui/field.module.css'
import { Select } from '../../ui/select.tsx'
import { ZONE } from '../use-now.ts'
import styles from './embargo-field.module.css'
import { clockTime, embargoWords, zonedInstant } from './embargo-time.ts'

const ZONES = [...new Set([ZONE, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' '),
}))

/**
 * Until when nobody may publish. It is part of the record, not of the text: set by a button of its own, and taken
 * back by the notice that follows rather than by undo.
 */
export function EmbargoField({
  id,
  mayEdit,
}: {
  readonly id: string
  readonly mayEdit: boolean
}): ReactElement {
  const inputId = useId()
  const embargo = useOpenStory(id, (story) => story.record.embargo) ?? null
  const actions = useActions()
  const [clock, setClock] = useState(embargo ? clockTime(embargo) : '')
  const [zone, setZone] = useState(embargo?.zone ?? ZONE)
  const chosen = zonedInstant(clock, zone)
  const change = (to: typeof embargo, done: string): void => {
    actions.act(id, { type: 'set embargo', embargo: to }, done, { type: 'set embargo', embargo })
  }
  return (
    <div className={styles['embargo']}>
      <div className={field['field']}>
        <label htmlFor={inputId} className={field['label']}>
          Embargo
        </label>
        <input
          id={inputId}
          type="datetime-local"
          className={classes(field['input'])}
          value={clock}
          readOnly={!mayEdit}
          onChange={(event) => setClock(event.target.value)}
        />
      </div>
      <Select label="Zone" value={zone} options={ZONES} onChange={setZone} isDisabled={!mayEdit} />
      <p className={styles['now']}>{embargo ? `Embargoed until ${embargoWords(embargo)}` : 'No embargo'}</p>
      {mayEdit ? (
        <div className={styles['buttons']}>
          <Button
            size="small"
            isDisabled={chosen === null || chosen.at === embargo?.at}
            onPress={() => {
              if (chosen) change(chosen, `Embargoed until ${embargoWords(chosen)}.`)
            }}
          >
            Set embargo
          </Button>
          {embargo ? (
            <Button
              size="small"
              kind="quiet"
              onPress={() => {
                setClock('')
                change(null, 'The embargo is lifted.')
              }}
            >
              Lift embargo
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
