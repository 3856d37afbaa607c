import { checkStyle } from './house-style/check-style.ts'
import type { CompiledRules } from './house-style/compile-rules.ts'
import { compileRules } from './house-style/compile-rules.ts'
import type { StyleAnswer, StyleQuestion } from './style-messages.ts'

// Runs house rules, and nothing else: whoever started it ends it when a rule doesn't come to an end.

let compiled: CompiledRules = compileRules([])

const answer = (message: StyleAnswer): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<StyleQuestion>) => {
  if (data.kind === 'rules') {
    compiled = compileRules(data.rules)
    answer({
      kind: 'ready',
      skipped: compiled.skipped.map(({ rule, reason }) => ({ rule: rule.id, reason })),
    })
    return
  }
  const say = data.isCareful ? (rule: string): void => answer({ kind: 'rule', rule }) : undefined
  answer({ kind: 'flags', flags: data.lines.map((line) => checkStyle(line, compiled, say)) })
})
