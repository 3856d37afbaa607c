import type { Dialect } from '../../domain/checks/check-settings.ts'
import type { HarperAnswer, HarperQuestion } from './harper-messages.ts'
import { writeHarperName } from './harper-name.ts'
import type { Harper } from './harper.ts'

/** As much of a worker as is needed of one. */
export type HarperWorker = {
  postMessage(question: HarperQuestion): void
  addEventListener(type: 'message', listener: (event: { readonly data: HarperAnswer }) => void): void
  addEventListener(type: 'error', listener: (event: { preventDefault(): void }) => void): void
  terminate(): void
}

type Waiting = { readonly resolve: (answer: HarperAnswer) => void; readonly reject: (why: Error) => void }

/**
 * Harper in a worker of its own, so that words are looked up and judged while it reads. Rejects where it can't be loaded there;
 * when it breaks down later, what was asked and all that is asked afterwards rejects.
 */
export async function openHarperInWorker(
  url: string,
  dialect: Dialect,
  makeWorker: (name: string) => HarperWorker = newWorker,
): Promise<Harper> {
  const worker = makeWorker(writeHarperName({ dialect, url }))
  const waiting: Waiting[] = []
  let isOver = false
  const end = (): void => {
    isOver = true
    worker.terminate()
    for (const { reject } of waiting.splice(0)) reject(new Error('Harper has broken down'))
  }
  const next = (): Promise<HarperAnswer> =>
    new Promise((resolve, reject) => {
      if (isOver) reject(new Error('Harper is not at work'))
      else waiting.push({ resolve, reject })
    })
  worker.addEventListener('message', ({ data }) => {
    if (data.kind === 'broken') end()
    else waiting.shift()?.resolve(data)
  })
  worker.addEventListener('error', (event) => {
    // It is dealt with here: whoever runs this goes on.
    event.preventDefault()
    end()
  })
  await next()
  const ask = (question: HarperQuestion): Promise<HarperAnswer> => {
    const answer = next()
    if (!isOver) worker.postMessage(question)
    return answer
  }
  return {
    async spell(words) {
      if (words.length === 0) return new Map()
      const answer = await ask({ kind: 'spell', words })
      return answer.kind === 'spelled' ? answer.fixes : new Map()
    },
    async grammar(texts) {
      if (texts.length === 0) return []
      const answer = await ask({ kind: 'grammar', texts })
      return answer.kind === 'found' ? answer.findings : texts.map(() => [])
    },
    close: end,
  }
}

const newWorker = (name: string): HarperWorker =>
  new Worker(new URL('../harper-worker.ts', import.meta.url), { type: 'module', name })
