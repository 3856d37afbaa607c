import { memo, useState, type ReactElement } from 'react'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { useActions } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import styles from './checks.module.css'
import type { ListedRule } from './listed-rules.ts'
import { RuleForm } from './rule-form.tsx'

/** One rule of the list, with what it looks for and what a chief can do with it. */
export const RuleRow = memo(function RuleRow({
  listed: { rule, from, isOn },
  reason,
  hits,
  mayChange,
}: {
  readonly listed: ListedRule
  /** Why it can't run, for people; '' where it can. */
  readonly reason: string
  /** In all stories, as they were last tried; null where it wasn't. */
  readonly hits: number | null
  readonly mayChange: boolean
}): ReactElement {
  const actions = useActions()
  const [isEditing, setEditing] = useState(false)
  const name = rule.pattern.slice(0, 60)
  const put = (next: HouseRule, done: string): void =>
    actions.changeChecks({ type: 'put rules', rules: [next] }, done)
  const turn = (next: boolean): void => {
    if (from === 'starter' || next)
      actions.changeChecks({ type: 'switch rules', names: [rule.id], isOn: next })
    if (from === 'own' && rule.isOff === next) put({ ...rule, isOff: !next }, '')
  }
  return (
    <li className={styles['rule']}>
      <span className={styles['pattern']}>
        {rule.pattern}
        {rule.replacement === null ? '' : ` → ${rule.replacement === '' ? '(nothing)' : rule.replacement}`}
      </span>
      {rule.description === '' ? null : <span>{rule.description}</span>}
      <span className={styles['buttons']}>
        {isOn ? null : <Chip>Off</Chip>}
        {rule.isForced ? <Chip tone="cut">Insisted on</Chip> : null}
        {rule.isAdvisory ? <Chip>Advice</Chip> : null}
        {rule.inQuotations ? <Chip>In quotations</Chip> : null}
        {reason === '' ? null : <Chip tone="warn">Can’t run</Chip>}
        {hits === null ? null : <Chip tone="review">{hits === 1 ? '1 hit' : `${hits} hits`}</Chip>}
        <span className={styles['quiet']}>
          {[from === 'starter' ? 'Starter set' : '', rule.category, ...rule.tags].filter(Boolean).join(' · ')}
        </span>
      </span>
      {reason === '' ? null : <span className={styles['problem']}>{reason}</span>}
      {mayChange && !isEditing ? (
        <span className={styles['buttons']}>
          <Button
            size="small"
            kind="quiet"
            aria-label={`Switch ${isOn ? 'off' : 'on'} ${name}`}
            onPress={() => turn(!isOn)}
          >
            {isOn ? 'Switch off' : 'Switch on'}
          </Button>
          <Button size="small" kind="quiet" aria-label={`Edit ${name}`} onPress={() => setEditing(true)}>
            Edit
          </Button>
          {from === 'own' ? (
            <Button
              size="small"
              kind="quiet"
              aria-label={`Remove ${name}`}
              onPress={() =>
                actions.changeChecks({ type: 'remove rules', ids: [rule.id] }, 'The rule was removed.')
              }
            >
              Remove
            </Button>
          ) : null}
        </span>
      ) : null}
      {isEditing ? (
        <RuleForm
          label="Edit rule"
          start={rule}
          onClose={() => setEditing(false)}
          onSave={(next) => {
            put(next, 'The rule was saved.')
            setEditing(false)
          }}
        />
      ) : null}
    </li>
  )
})
