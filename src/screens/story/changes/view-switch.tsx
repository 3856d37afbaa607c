import type { ReactElement } from 'react'
import type { StoryView } from '../../../store/suggesting.ts'
import { useActions, useOpenStory } from '../../../store/use-desk.ts'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import styles from './view-switch.module.css'

const VIEWS: readonly { readonly value: StoryView; readonly label: string }[] = [
  { value: 'was', label: 'As it was' },
  { value: 'changes', label: 'With changes' },
  { value: 'will', label: 'As it will be' },
]

/** How the story is shown; there only where something is suggested. */
export function ViewSwitch({ id }: { readonly id: string }): ReactElement | null {
  const view = useOpenStory(id, (story) => story.view) ?? 'changes'
  const isSuggested = useOpenStory(id, (story) => story.suggestions.length > 0) ?? false
  const actions = useActions()
  if (!isSuggested && view === 'changes') return null
  return (
    <div className={styles['views']}>
      <RadioGroup
        label="Show the story"
        labelHidden
        layout="row"
        value={view}
        options={VIEWS}
        onChange={(chosen) => actions.showView(id, chosen)}
      />
    </div>
  )
}
