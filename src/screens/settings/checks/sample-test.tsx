import { useState, type ReactElement } from 'react'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { TextArea } from '../../../ui/text-field.tsx'
import styles from './checks.module.css'
import { useSample } from './use-sample.ts'

const NONE: readonly HouseRule[] = []

/** A text to try rules on: what they say of it is there as it is typed. */
export function SampleTest({
  rules,
  label,
}: {
  readonly rules: readonly HouseRule[]
  readonly label: string
}): ReactElement {
  const [text, setText] = useState('')
  const isTried = text.trim() !== '' && rules.length > 0
  const sample = useSample(isTried ? rules : NONE, text)
  const count = sample?.flags.length ?? 0
  return (
    <div className={styles['part']}>
      <TextArea label={label} face="copy" rows={2} value={text} onChange={setText} />
      <output className={styles['quiet']}>{isTried ? (sample ? said(count) : 'Looking…') : ''}</output>
      {sample?.hasFailed ? (
        <p className={styles['problem']}>
          House rules can’t be run in this browser. Reload the page, then try again.
        </p>
      ) : null}
      {sample?.stopped.map(({ rule }) => (
        <p key={rule} className={styles['problem']}>
          The rule “{rule}” was stopped: on this text it takes too long. In stories it would be left out.
        </p>
      ))}
      {isTried && count > 0 ? (
        <ul className={styles['hits']} aria-label="Hits">
          {sample?.flags.slice(0, 50).map((flag, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two hits may be alike in everything
            <li key={at}>
              <mark>{flag.words}</mark>
              {flag.fixes[0] === undefined ? '' : ` → ${flag.fixes[0] === '' ? '(nothing)' : flag.fixes[0]}`}
              <span className={styles['quiet']}> {flag.message}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const said = (count: number): string =>
  count === 0 ? 'Nothing is flagged here.' : count === 1 ? '1 hit' : `${count} hits`
