import type { SpellerState } from '../domain/checks/check-report.ts'
import type { CheckedLine } from '../domain/checks/checked-story.ts'
import type { LineFlag } from '../domain/checks/flag.ts'
import { knownWords } from './spelling/known-words.ts'
import { openSpeller } from './spelling/open-speller.ts'
import type { KnownWords, Speller } from './spelling/speller.ts'
import type { SpellingAnswer, SpellingQuestion } from './spelling-messages.ts'

// Runs the speller, and nothing else. What is asked is answered in its order.

let speller: Promise<Speller> | null = null
let known: KnownWords = knownWords([])
let dialect = ''
let last: Promise<unknown> = Promise.resolve()

const answer = (message: SpellingAnswer): void => postMessage(message)

addEventListener('message', ({ data }: MessageEvent<SpellingQuestion>) => {
  // Each question has its answer, come what may: who asked waits for it.
  last = last.then(() =>
    data.kind === 'open'
      ? open(data).then(
          (state) => answer({ kind: 'opened', state }),
          () => answer({ kind: 'opened', state: 'failed' }),
        )
      : check(data.lines).then(
          (found) => answer({ kind: 'flags', ...found }),
          () => answer({ kind: 'flags', flags: data.lines.map(() => []), state: 'failed' }),
        ),
  )
})

async function open(how: Extract<SpellingQuestion, { kind: 'open' }>): Promise<SpellerState> {
  known = knownWords(how.words)
  if (dialect !== how.dialect) {
    const before = speller
    speller = null
    dialect = ''
    await before?.then((open) => open.close()).catch(() => undefined)
    speller = openSpeller(how.dialect)
    await speller
    dialect = how.dialect
  }
  return (await speller)?.state() ?? 'failed'
}

async function check(lines: readonly CheckedLine[]): Promise<{
  readonly flags: readonly (readonly LineFlag[])[]
  readonly state: SpellerState
}> {
  const open = await speller
  if (!open) return { flags: lines.map(() => []), state: 'failed' }
  const flags = await open.check(lines, known)
  return { flags, state: open.state() }
}
