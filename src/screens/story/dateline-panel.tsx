import type { ReactElement } from 'react'
import { datelineText } from '../../domain/dateline.ts'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { TextField } from '../../ui/text-field.tsx'
import { DateField } from './date-field.tsx'
import { FieldFlags } from './checks/field-flags.tsx'
import { FieldProposals } from './changes/field-proposals.tsx'
import { useShownValue } from './changes/use-shown-value.ts'
import styles from './dateline-panel.module.css'
import { Panel } from './panel.tsx'
import { useMayEdit } from './use-may-edit.ts'

/** Where and when it was reported, and for whom; any of the three may be missing. */
export function DatelinePanel({ id }: { readonly id: string }): ReactElement {
  const standing = {
    place: useOpenStory(id, (story) => story.fields.place) ?? '',
    date: useOpenStory(id, (story) => story.fields.date) ?? '',
    source: useOpenStory(id, (story) => story.fields.source) ?? '',
  }
  const place = useShownValue(id, 'place', standing.place)
  const date = useShownValue(id, 'date', standing.date)
  const source = useShownValue(id, 'source', standing.source)
  const mayEdit = useMayEdit(id)
  const actions = useActions()
  const preview = datelineText({ place, date, source }, NEWSROOM_SETTINGS.datelineStyle)
  return (
    <Panel name="dateline" label="Dateline">
      <div className={styles['fields']}>
        <TextField
          label="Place"
          placeholder="Rotterdam, Netherlands"
          value={place}
          onChange={(value) => actions.setField(id, 'place', value)}
          isReadOnly={!mayEdit}
          autoComplete="off"
        />
        <DateField
          label="Date"
          value={date}
          today={localToday}
          onChange={(value) => actions.setField(id, 'date', value)}
          isReadOnly={!mayEdit}
        />
        <TextField
          label="Source"
          placeholder="EN"
          value={source}
          onChange={(value) => actions.setField(id, 'source', value)}
          isReadOnly={!mayEdit}
          autoComplete="off"
        />
      </div>
      <FieldFlags id={id} field="place" />
      <FieldProposals id={id} path="place" label="Place" standing={standing.place} />
      <FieldProposals id={id} path="date" label="Date" standing={standing.date} />
      <FieldProposals id={id} path="source" label="Source" standing={standing.source} />
      <p className={styles['preview']}>
        {preview === '' ? 'No dateline yet' : preview}
        <span className={styles['style']}>{NEWSROOM_SETTINGS.datelineStyle} style</span>
      </p>
    </Panel>
  )
}

/** Today on this machine's calendar, as a plain date. */
function localToday(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}
