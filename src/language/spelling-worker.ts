import type { SpellerState } from '../domain/checks/check-report.ts'
import { DIALECTS, type Dialect } from '../domain/checks/check-settings.ts'
import type { CheckedLine } from '../domain/checks/checked-story.ts'
import { openHarperInWorker } from './spelling/harper-in-worker.ts'
import { knownWords } from './spelling/known-words.ts'
import { openSpeller } from './spelling/open-speller.ts'
import type { Harper } from './spelling/harper.ts'
import type { KnownWords, Speller } from './spelling/speller.ts'
import { spellerFiles } from './spelling/speller-files.ts'
import type { SpellingAnswer, SpellingQuestion } from './spelling-messages.ts'

// Runs the speller, and nothing else. Answers come in the order of their questions; what is asked together is looked at
// together. Its name is the dialect it will be opened for, and harper is begun in it at once: what it is told arrives only
// when whoever began it has time.

const begun = DIALECTS.find((one) => one === self.name)
let early = begun ? openHarperInWorker(spellerFiles(begun).harper, begun) : null
early?.catch(() => undefined)

let speller: Speller | null = null
let known: KnownWords = knownWords([])
let dialect = ''
/** It is opened for what was asked by then. */
let opened: Promise<unknown> = Promise.resolve()
let answered: Promise<unknown> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<SpellingQuestion>) => {
  const answer = data.kind === 'open' ? open(data) : check(data.lines)
  // Each question has its answer, come what may: who asked waits for it.
  answered = Promise.all([answer, answered]).then(([message]) => postMessage(message))
})

function open(how: Extract<SpellingQuestion, { kind: 'open' }>): Promise<SpellingAnswer> {
  // What was asked before is answered as things were.
  const now = Promise.all([opened, answered]).then(() => become(how))
  opened = now.catch(() => undefined)
  return now.then(
    (state) => ({ kind: 'opened', state }),
    () => ({ kind: 'opened', state: 'failed' }),
  )
}

async function become({
  words,
  dialect: wanted,
}: Extract<SpellingQuestion, { kind: 'open' }>): Promise<SpellerState> {
  known = knownWords(words)
  if (dialect !== wanted) {
    dialect = ''
    speller?.close()
    speller = null
    speller = await openSpeller(wanted, { openHarper })
    dialect = wanted
  }
  return speller?.state() ?? 'failed'
}

function openHarper(url: string, wanted: Dialect): Promise<Harper> {
  const harper = early
  early = null
  if (harper && wanted === begun) return harper
  harper?.then(
    (open) => open.close(),
    () => undefined,
  )
  return openHarperInWorker(url, wanted)
}

async function check(lines: readonly CheckedLine[]): Promise<SpellingAnswer> {
  try {
    await opened
    if (speller) return { kind: 'flags', flags: await speller.check(lines, known), state: speller.state() }
  } catch {
    // Its answer says so.
  }
  return { kind: 'flags', flags: lines.map(() => []), state: 'failed' }
}
