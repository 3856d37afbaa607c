import { useRef, useState, type ReactElement } from 'react'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import { readRules } from '../../../language/house-style/read-rules.ts'

import { writeRuleJson } from '../../../language/house-style/rule-json.ts'
import { writeRuleSheet } from '../../../language/house-style/rule-sheet.ts'
import { Button } from '../../../ui/button.tsx'
import { saveFile } from '../../story/save-file.ts'
import styles from './checks.module.css'
import { RulesImport, type ReadFile } from './rules-import.tsx'

/** Brings the newsroom's own rules in from a file, and takes them out as one. */
export function RulesFiles({
  rules,
  mayChange,
}: {
  readonly rules: readonly HouseRule[]
  readonly mayChange: boolean
}): ReactElement {
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<ReadFile | null>(null)
  const [problem, setProblem] = useState('')
  const take = async (chosen: File): Promise<void> => {
    const text = await chosen.text().catch(() => null)
    if (text === null) {
      return setProblem('The browser could not read this file. No rule was changed. Choose it again.')
    }
    const read = readRules(chosen.name, text)
    setProblem(read.ok ? '' : read.message)
    return setFile(read.ok ? { name: chosen.name, read } : null)
  }
  return (
    <div className={styles['part']}>
      <div className={styles['buttons']}>
        {mayChange ? <Button onPress={() => input.current?.click()}>Import rules</Button> : null}
        <Button
          isDisabled={rules.length === 0}
          onPress={() => saveFile('house-rules.csv', new Blob([writeRuleSheet(rules)], { type: 'text/csv' }))}
        >
          Export as CSV
        </Button>
        <Button
          isDisabled={rules.length === 0}
          onPress={() =>
            saveFile('house-rules.json', new Blob([writeRuleJson(rules)], { type: 'application/json' }))
          }
        >
          Export as JSON
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="File of rules"
        accept=".csv,.json,text/csv,application/json"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) void take(chosen)
          // The same file may be chosen again, when it was put right.
          target.value = ''
        }}
      />
      {problem === '' ? null : (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      {file ? <RulesImport rules={rules} file={file} onClose={() => setFile(null)} /> : null}
    </div>
  )
}
