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
  last = last.then(async () => {
    if (data.kind === 'open') {
      known = knownWords(data.words)
      if (dialect !== data.dialect) {
        await speller?.then((open) => open.close())
        speller = openSpeller(data.dialect)
        dialect = data.dialect
      }
      answer({ kind: 'opened', state: (await speller)?.state() ?? 'failed' })
      return
    }
    const open = await speller
    answer({ kind: 'flags', flags: open ? await open.check(data.lines, known) : data.lines.map(() => []) })
  })
})
