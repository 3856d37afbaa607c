import { useMemo, useState, type FormEvent, type ReactElement } from 'react'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { ruleRisk } from '../../../language/house-style/rule-risk.ts'
import { Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import styles from './checks.module.css'
import { problemsOf, tagsIn } from './draft-rule.ts'
import { SampleTest } from './sample-test.tsx'

const TYPES = [
  { value: 'regex', label: 'Regular expression' },
  { value: 'dictionary', label: 'Word that is spelt right' },
] as const

const MARKS = [
  ['isForced', 'The newsroom insists on it'],
  ['isAdvisory', 'Only worth a look'],
  ['inQuotations', 'Also inside quotations'],
  ['isOff', 'Switched off'],
] as const

/** Writes a rule, new or known, and tries it on a text meanwhile. What can't run is said at its field. */
export function RuleForm({
  label,
  start,
  onSave,
  onClose,
}: {
  readonly label: string
  readonly start: HouseRule
  readonly onSave: (rule: HouseRule) => void
  readonly onClose: () => void
}): ReactElement {
  const [rule, setRule] = useState(start)
  const [tags, setTags] = useState(start.tags.join(', '))
  const [isAsked, setAsked] = useState(false)
  const whole = useMemo(() => ({ ...rule, tags: tagsIn(tags) }), [rule, tags])
  const problems = useMemo(() => problemsOf(whole), [whole])
  const isFine = problems.pattern === '' && problems.replacement === '' && problems.other === ''
  // It is tried whatever its switch says.
  const tried = useMemo(() => (isFine ? [{ ...whole, isOff: false }] : []), [isFine, whole])
  const change = (part: Partial<HouseRule>): void => setRule((before) => ({ ...before, ...part }))
  const save = (event: FormEvent): void => {
    event.preventDefault()
    setAsked(true)
    if (isFine) onSave(whole)
  }
  const isKnownType = rule.type === 'regex' || rule.type === 'dictionary'
  const risk = rule.type === 'regex' && isFine ? ruleRisk(rule.pattern) : null
  return (
    <form className={styles['form']} aria-label={label} onSubmit={save} noValidate>
      {isKnownType ? (
        <Select
          label="Kind"
          value={rule.type === 'dictionary' ? 'dictionary' : 'regex'}
          options={TYPES}
          onChange={(type) => change({ type })}
        />
      ) : null}
      <TextArea
        label="Looks for"
        rows={2}
        value={rule.pattern}
        error={isAsked || rule.pattern !== '' ? problems.pattern : ''}
        description={risk ?? 'In Java’s regular expressions, as Typerighter has them: (?i)\\bfoo(bar)?\\b'}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(pattern) => change({ pattern })}
      />
      {rule.type === 'regex' ? (
        <>
          <Check
            label="Says what should stand there"
            isOn={rule.replacement !== null}
            onChange={(isOn) => change({ replacement: isOn ? '' : null })}
          />
          {rule.replacement === null ? null : (
            <TextField
              label="Should be"
              value={rule.replacement}
              error={problems.replacement}
              description="$1 is what the first brackets found. Left empty, the words are taken out."
              autoCapitalize="none"
              spellCheck={false}
              onChange={(replacement) => change({ replacement })}
            />
          )}
        </>
      ) : null}
      <TextField label="Category" value={rule.category} onChange={(category) => change({ category })} />
      <TextField label="Tags" value={tags} description="With commas between them." onChange={setTags} />
      <TextArea
        label="Why"
        rows={2}
        value={rule.description}
        description="What people read at the flag."
        onChange={(description) => change({ description })}
      />
      {MARKS.map(([name, said]) => (
        <Check key={name} label={said} isOn={rule[name]} onChange={(isOn) => change({ [name]: isOn })} />
      ))}
      {problems.other === '' ? null : <p className={styles['problem']}>{problems.other}</p>}
      {rule.type === 'regex' ? <SampleTest label="Test it on a text" rules={tried} /> : null}
      <div className={styles['buttons']}>
        <Button type="submit" kind="primary">
          Save rule
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  )
}

function Check({
  label,
  isOn,
  onChange,
}: {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}): ReactElement {
  return (
    <label className={styles['switch']}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  )
}
