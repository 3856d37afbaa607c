import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import type { ReactElement } from 'react'
import type { StoryHistory, VersionName } from '../../store/story-history.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './comparison-head.module.css'
import { RestoreButton } from './restore-button.tsx'
import type { ChangeSteps } from './use-change-steps.ts'
import { inOrder, versionTitle, whyWords, type VersionHead } from './version-words.ts'

/** What stands over a comparison: which two, how it is laid out, how many changes, and the way from one to the next. */
export function ComparisonHead({
  id,
  heads,
  compared,
  steps,
}: {
  readonly id: string
  readonly heads: readonly VersionHead[]
  readonly compared: NonNullable<StoryHistory['compared']>
  readonly steps: ChangeSteps
}): ReactElement {
  const actions = useActions()
  const [before, after] = inOrder(compared)
  return (
    <div className={styles['head']}>
      <div className={styles['line']}>
        <h2 className={styles['title']}>
          {versionTitle(before, heads)} <ArrowRight aria-hidden />
          <VisuallyHidden> to </VisuallyHidden> {versionTitle(after, heads)}
        </h2>
        <span className={styles['with']}>
          <Select
            label="Compare with"
            size="small"
            value={String(compared.against)}
            options={choices(heads, compared.chosen)}
            onChange={(value) =>
              actions.compareVersions(id, {
                chosen: compared.chosen,
                against: value === 'now' ? 'now' : Number(value),
              })
            }
          />
        </span>
        <span className={styles['gap']} />
        <RestoreButton id={id} chosen={compared.chosen} />
      </div>
      <div className={styles['line']}>
        <span className={styles['count']}>{steps.words}</span>
        <IconButton
          label="Previous change"
          shortcut="Alt+↑"
          size="small"
          icon={<ArrowUp aria-hidden />}
          isDisabled={steps.total === 0}
          onPress={() => steps.go(-1, 'stay')}
        />
        <IconButton
          label="Next change"
          shortcut="Alt+↓"
          size="small"
          icon={<ArrowDown aria-hidden />}
          isDisabled={steps.total === 0}
          onPress={() => steps.go(1, 'stay')}
        />
        <span className={styles['gap']} />
        <LayoutButtons />
      </div>
    </div>
  )
}

function LayoutButtons(): ReactElement {
  const actions = useActions()
  const layout = useDesk(({ preferences }) => preferences.comparison ?? 'side by side')
  const folding = useDesk(({ preferences }) => preferences.folding ?? 'on')
  return (
    <>
      <Button
        size="small"
        aria-pressed={folding === 'on'}
        onPress={() => actions.setPreferences({ folding: folding === 'on' ? 'off' : 'on' })}
      >
        Only what changed
      </Button>
      <Button
        size="small"
        aria-pressed={layout === 'side by side'}
        onPress={() =>
          actions.setPreferences({ comparison: layout === 'inline' ? 'side by side' : 'inline' })
        }
      >
        Side by side
      </Button>
    </>
  )
}

function choices(heads: readonly VersionHead[], chosen: VersionName) {
  const versions = heads.map((head) => ({
    value: String(head.number),
    label: `${versionTitle(head.number, heads)} · ${whyWords(head)}`,
  }))
  return [{ value: 'now', label: 'Now' }, ...versions].filter(({ value }) => value !== String(chosen))
}
