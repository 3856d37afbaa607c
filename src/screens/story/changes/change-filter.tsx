import type { ReactElement } from 'react'
import type { Suggestion, SuggestionKind } from '../../../domain/suggestions/suggestion.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { Select } from '../../../ui/select.tsx'
import { nameOf } from '../comments/message-list.tsx'
import { KIND_NAMES } from './change-texts.ts'
import styles from './changes.module.css'

/** Whose suggestions and of which kind are shown; '' is all of them. */
export type ShownChanges = { readonly by: string; readonly kind: SuggestionKind | '' }

/** What of a filter counts: one that nothing passes any more, since all of it was decided, filters nothing. */
export function countingFilter({ by, kind }: ShownChanges, all: readonly Suggestion[]): ShownChanges {
  return {
    by: all.some((one) => one.by === by) ? by : '',
    kind: all.some((one) => one.kind === kind) ? kind : '',
  }
}

export const isShown = ({ by, kind }: ShownChanges, one: Suggestion): boolean =>
  (by === '' || one.by === by) && (kind === '' || one.kind === kind)

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
        value={filter.by}
        options={[
          { value: '', label: 'Everybody' },
          ...makers.map((by) => ({ value: by, label: nameOf(people, by) })),
        ]}
        onChange={(by) => onChange({ ...filter, by })}
      />
      <Select
        label="Kind"
        size="small"
        value={filter.kind}
        options={[
          { value: '', label: 'All kinds' },
          ...kinds.map((kind) => ({ value: kind, label: KIND_NAMES[kind] })),
        ]}
        onChange={(kind) => onChange({ ...filter, kind })}
      />
    </div>
  )
}
