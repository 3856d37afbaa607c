import { useMemo, type ReactElement } from 'react'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import type { RuleImport } from '../../../language/house-style/rule-import.ts'
import { useActions } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import styles from './checks.module.css'
import { excessOf, planImport } from './import-plan.ts'

/** A file of rules that could be read. */
export type ReadFile = { readonly name: string; readonly read: RuleImport & { readonly ok: true } }

/** Shows what a file of rules would change, and each row that needs a look, before anything is changed. */
export function RulesImport({
  rules,
  file: { name, read },
  onClose,
}: {
  readonly rules: readonly HouseRule[]
  readonly file: ReadFile
  readonly onClose: () => void
}): ReactElement {
  const actions = useActions()
  const plan = useMemo(() => planImport(rules, read.rules), [rules, read.rules])
  const { added, replaced, same, refused, others } = plan
  const kept = added.length + replaced.length + same
  const tooMany = excessOf(rules.length + added.length)
  const out = new Set(refused.map(({ rule }) => rule))
  const put = (): void => {
    actions.changeChecks(
      { type: 'put rules', rules: [...added, ...replaced] },
      done(added.length, replaced.length),
    )
    onClose()
  }
  const replaceAll = (): void => {
    const all = read.rules.filter(({ id }) => !out.has(id))
    actions.changeChecks({ type: 'replace rules', rules: all }, `The newsroom has ${rulesOf(kept)} now.`)
    onClose()
  }
  const troubles = [
    ...read.problems.map(({ row, reason }) => `Row ${row}: ${reason}`),
    ...refused.map(({ reason }) => reason),
    ...(read.notKept.length > 0 ? [`Not kept: ${read.notKept.join(', ')}.`] : []),
  ]
  return (
    <Dialog
      title={`Import “${name}”`}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="danger"
            isDisabled={kept === 0 || others === 0 || excessOf(kept) !== ''}
            onPress={replaceAll}
          >
            Replace all rules
          </Button>
          <Button
            kind="primary"
            isDisabled={added.length + replaced.length === 0 || tooMany !== ''}
            onPress={put}
          >
            Import
          </Button>
        </>
      }
    >
      <div className={styles['part']}>
        <ul className={styles['list']} aria-label="What changes">
          <li>{rulesOf(added.length)} will be added.</li>
          <li>{rulesOf(replaced.length)} will take the place of those with the same ID.</li>
          {same > 0 ? <li>{rulesOf(same)} are there already, just so.</li> : null}
          {others > 0 ? (
            <li>
              {rulesOf(others)} of the newsroom are not in this file: they stay, unless all are replaced.
            </li>
          ) : null}
        </ul>
        {tooMany === '' ? null : <p className={styles['problem']}>{tooMany}</p>}
        {troubles.length > 0 ? (
          <>
            <p>{troubles.length === 1 ? 'One thing needs' : `${troubles.length} things need`} a look:</p>
            <ul className={styles['hits']} aria-label="What needs a look">
              {troubles.slice(0, 500).map((trouble) => (
                <li key={trouble}>{trouble}</li>
              ))}
              {troubles.length > 500 ? <li>… and {troubles.length - 500} more.</li> : null}
            </ul>
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

const rulesOf = (count: number): string =>
  count === 1 ? '1 rule' : `${count === 0 ? 'No' : count.toLocaleString('en-GB')} rules`

const done = (added: number, replaced: number): string =>
  `${rulesOf(added)} added, ${rulesOf(replaced).toLowerCase()} replaced.`
