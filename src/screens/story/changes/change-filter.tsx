import type { ReactElement } from 'react'
import type { Suggestion, SuggestionKind } from '../../../domain/suggestions/suggestion.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { Select } from '../../../ui/select.tsx'
import { nameOf } from '../comments/message-list.tsx'
import { KIND_NAMES } from './change-texts.ts'
import styles from './changes.module.css'

/** Whose suggestions and of which kind are shown; '' is all of them. */
export type ShownChanges = { readonly by: string; readonly kind: SuggestionKind | '' }

/** Is this one shown? A filter that nothing passes any more, since all of it was decided, filters nothing. */
export function isShown({ by, kind }: ShownChanges, one: Suggestion, all: readonly Suggestion[]): boolean {
  const byCounts = by !== '' && all.some((each) => each.by === by)
  const kindCounts = kind !== '' && all.some((each) => each.kind === kind)
  return (!byCounts || one.by === by) && (!kindCounts || one.kind === kind)
}

export function ChangeFilter({
  all,
  filter,
  onChange,
}: {
  readonly all: readonly Suggestion[]
  readonly filter: ShownChanges
  readonly onChange: (filter: ShownChanges) => void
}): ReactElement {
  const people = useDesk((state) => state.people)
  const makers = [...new Set(all.map(({ by }) => by))]
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  return (
    <div className={styles['filter']}>
      <Select
        label="By"
        size="small"
        value={makers.includes(filter.by) ? filter.by : ''}
        options={[
          { value: '', label: 'Everybody' },
          ...makers.map((by) => ({ value: by, label: nameOf(people, by) })),
        ]}
        onChange={(by) => onChange({ ...filter, by })}
      />
      <Select
        label="Kind"
        size="small"
        value={filter.kind !== '' && kinds.includes(filter.kind) ? filter.kind : ''}
        options={[
          { value: '', label: 'All kinds' },
          ...kinds.map((kind) => ({ value: kind, label: KIND_NAMES[kind] })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
    </div>
  )
}
