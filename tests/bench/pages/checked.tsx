import { createRoot } from 'react-dom/client'
import { v4 as randomId, v7 as storyId } from 'uuid'
import * as Y from 'yjs'
import { createIndexedDbBackend } from '../../../src/backends/indexed-db.ts'
import type { CheckReport } from '../../../src/domain/checks/check-report.ts'
import { CHECK_SETTINGS } from '../../../src/domain/checks/check-settings.ts'
import type { RunChecks } from '../../../src/domain/checks/run-checks.ts'
import { BLANK_CONTENT, plainSpans } from '../../../src/domain/story-content.ts'
import { writeContent } from '../../../src/domain/story-doc.ts'
import { compileRules } from '../../../src/language/house-style/compile-rules.ts'
import { readRuleSheet } from '../../../src/language/house-style/rule-sheet.ts'
import { StoryChecker } from '../../../src/language/story-checker.ts'
import { App } from '../../../src/screens/app.tsx'
import { runEffects } from '../../../src/store/desk-effects.ts'
import { createDeskStore } from '../../../src/store/desk-store.ts'
import { Pauses } from '../../../src/store/pauses.ts'
import { DeskProvider } from '../../../src/store/use-desk.ts'
import '../../../src/ui/base.css'
import { manyRules, RUNAWAY_RULE } from '../../language/house-style/rules-13000.ts'
import { checkedParagraphs } from '../checked-copy.ts'

// The app with as many house rules of a newsroom's own as the address says, or without checks; and what they report and when.
const query = new URLSearchParams(location.search)
history.replaceState(null, '', `/stories/${query.get('story')}`)

const rules = [...manyRules(Number(query.get('rules') ?? 0)), ...(query.has('runaway') ? [RUNAWAY_RULE] : [])]
const checker = new StoryChecker()
checker.set({ ...CHECK_SETTINGS, rules })

type Seen = {
  began: number
  reports: { at: number; took: number; flags: number; isComplete: boolean; speller: string }[]
}
const seen: Seen = { began: 0, reports: [] }
let stopped: readonly string[] = []

/** The settings are this page's, not the desk's. */
const checks: RunChecks = {
  set: () => undefined,
  watch(story, doc, report) {
    seen.began = performance.now()
    return checker.watch(story, doc, (said: CheckReport) => {
      const at = performance.now()
      stopped = said.stopped.map(({ rule }) => rule)
      report(said)
      const { flags, isComplete, speller } = said
      seen.reports.push({ at, took: performance.now() - at, flags: flags.length, isComplete, speller })
    })
  },
}

/** Milliseconds until a story that nobody has seen is fully checked, with all workers there already. */
function checkAnother(words: number, seed: number): Promise<number> {
  const doc = new Y.Doc()
  const body = checkedParagraphs(words, seed).map((text) => ({
    kind: 'paragraph' as const,
    level: 0,
    spans: plainSpans(text),
  }))
  writeContent(doc, { ...BLANK_CONTENT, body })
  const began = performance.now()
  return new Promise((resolve) => {
    const stop = checker.watch(`another ${seed}`, doc, ({ isComplete }) => {
      if (!isComplete) return
      stop()
      resolve(performance.now() - began)
    })
  })
}

/** Milliseconds that a sheet of rules takes to be read, and made ready to run. */
function loadRules(csv: string): {
  readonly read: number
  readonly compiled: number
  readonly rules: number
} {
  const began = performance.now()
  const read = readRuleSheet(csv)
  const parsed = performance.now()
  const { rules: ready } = compileRules(read.ok ? read.rules : [])
  return { read: parsed - began, compiled: performance.now() - parsed, rules: ready.length }
}

/** Milliseconds from writing `words` at the caret until they are underlined. */
function untilFlagged(words: string): Promise<number> {
  const body = document.querySelector('[aria-label="Body"]')
  return new Promise((resolve) => {
    const began = performance.now()
    const look = (): void => {
      const found = [...(body?.querySelectorAll('[data-flag]') ?? [])]
      if (!found.some(({ textContent }) => textContent === words)) return
      observer.disconnect()
      resolve(performance.now() - began)
    }
    const observer = new MutationObserver(look)
    if (body) observer.observe(body, { childList: true, subtree: true, attributes: true })
    document.execCommand('insertText', false, ` ${words} `)
  })
}

Object.assign(globalThis, {
  seen,
  stoppedRules: () => stopped,
  checkAnother,
  loadRules,
  untilFlagged,
})

const ids = { story: () => storyId(), random: () => randomId() }
const store = createDeskStore(ids, { theme: 'light' })
const pauses = new Pauses()
for (const put of ['keydown', 'beforeinput'] as const) document.addEventListener(put, pauses.typed, true)
runEffects(store, createIndexedDbBackend({ now: () => new Date() }), ids, {
  later: pauses.later,
  ...(query.has('off') ? {} : { checks }),
})
const root = document.querySelector('#root')
if (!root) throw new Error('checked.html has no #root')
createRoot(root).render(
  <DeskProvider store={store}>
    <App />
  </DeskProvider>,
)
