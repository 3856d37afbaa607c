import { useDeferredValue, useMemo, useState, type ReactElement } from 'react'
import type { CheckSettings } from '../../../domain/checks/check-settings.ts'
import { rulesOf } from '../../../language/house-style/rules-of.ts'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { randomId } from '../../random-id.ts'
import styles from './checks.module.css'
import { newRule } from './draft-rule.ts'
import { choicesIn, EVERY_RULE, listedRules, matchingRules, type RuleQuery } from './listed-rules.ts'
import { PageButtons, pageOf } from './page-buttons.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleRow } from './rule-row.tsx'
import { RulesFiles } from './rules-files.tsx'
import { SampleTest } from './sample-test.tsx'
import { StoriesTest } from './stories-test.tsx'
import { useSample } from './use-sample.ts'

const SHOWN: readonly { readonly value: RuleQuery['show']; readonly label: string }[] = [
  { value: 'all', label: 'All rules' },
  { value: 'on', label: 'Switched on' },
  { value: 'off', label: 'Switched off' },
  { value: 'own', label: 'The newsroom’s own' },
  { value: 'starter', label: 'Starter set' },
  { value: 'broken', label: 'Can’t run' },
]

/** The newsroom's house rules: to look for, try, switch, edit, bring in and take out. */
export function RulesPart({
  settings,
  mayChange,
}: {
  readonly settings: CheckSettings
  readonly mayChange: boolean
}): ReactElement {
  const actions = useActions()
  const [query, setQuery] = useState(EVERY_RULE)
  const [page, setPage] = useState(0)
  const [isAdding, setAdding] = useState(false)
  const trial = useDesk((state) => state.storiesTrial)
  const all = useMemo(() => listedRules(settings), [settings])
  const running = useMemo(() => rulesOf(settings), [settings])
  const choices = useMemo(() => choicesIn(all), [all])
  // The worker that reads all rules says which of them can't run.
  const read = useSample(running, '')
  const broken = useMemo(
    () => new Map(read?.skipped.map(({ rule, reason }) => [rule, reason])),
    [read?.skipped],
  )
  const asked = useDeferredValue(query)
  const found = useMemo(() => matchingRules(all, asked, broken), [all, asked, broken])
  const shown = pageOf(found, page)
  const foundRules = useMemo(() => found.filter(({ isOn }) => isOn).map(({ rule }) => rule), [found])
  const ask = (change: Partial<RuleQuery>): void => {
    setQuery((before) => ({ ...before, ...change }))
    setPage(0)
  }
  return (
    <>
      <SearchField label="Search rules" value={query.search} onChange={(search) => ask({ search })} />
      <div className={styles['row']}>
        <Select label="Show" value={query.show} options={SHOWN} onChange={(show) => ask({ show })} />
        <Select
          label="Category"
          value={query.category}
          options={choicesOf('Every category', choices.categories)}
          onChange={(category) => ask({ category })}
        />
        <Select
          label="Tag"
          value={query.tag}
          options={choicesOf('Every tag', choices.tags)}
          onChange={(tag) => ask({ tag })}
        />
      </div>
      <StoriesTest rules={foundRules} />
      <output className={styles['quiet']}>
        {found.length === 1 ? '1 rule' : `${found.length.toLocaleString('en-GB')} rules`}
        {broken.size > 0 ? `; of all that are on, ${broken.size} can’t run` : ''}
      </output>
      <ul className={styles['list']} aria-label="House rules">
        {shown.rows.map((listed) => (
          <RuleRow
            key={listed.rule.id}
            listed={listed}
            reason={broken.get(listed.rule.id) ?? ''}
            hits={trial?.byRule[listed.rule.id] ?? null}
            mayChange={mayChange}
          />
        ))}
      </ul>
      <PageButtons what="rules" page={shown} onPage={setPage} />
      <SampleTest label="Test all rules on a text" rules={running} />
      {mayChange ? (
        isAdding ? (
          <RuleForm
            label="Add rule"
            start={newRule(randomId())}
            onClose={() => setAdding(false)}
            onSave={(rule) => {
              actions.changeChecks({ type: 'put rules', rules: [rule] }, 'The rule was added.')
              setAdding(false)
            }}
          />
        ) : (
          <div className={styles['buttons']}>
            <Button onPress={() => setAdding(true)}>Add rule</Button>
          </div>
        )
      ) : null}
      <RulesFiles rules={settings.rules} mayChange={mayChange} />
    </>
  )
}

const choicesOf = (every: string, names: readonly string[]) => [
  { value: '', label: every },
  ...names.map((name) => ({ value: name, label: name })),
]
