import type { HarperAnswer, HarperQuestion } from './spelling/harper-messages.ts'
import { openHarper } from './spelling/harper.ts'
import { readHarperName } from './spelling/harper-name.ts'

// Runs harper, and nothing else: a paragraph's grammar takes longer than all that is said of its words elsewhere. What it
// loads is in its name, for it begins before it can be told; what is asked is answered in its order.

const { dialect, url } = readHarperName(self.name)
const opening = openHarper(url, dialect)

const answer = (message: HarperAnswer): void => postMessage(message)
const broken = (): void => answer({ kind: 'broken' })

let last = opening.then(() => answer({ kind: 'opened' }), broken)

addEventListener('message', ({ data }: MessageEvent<HarperQuestion>) => {
  last = last.then(() => ask(data)).then(answer, broken)
})

async function ask(question: HarperQuestion): Promise<HarperAnswer> {
  const harper = await opening
  return question.kind === 'spell'
    ? { kind: 'spelled', fixes: await harper.spell(question.words) }
    : { kind: 'found', findings: await harper.grammar(question.texts) }
}
