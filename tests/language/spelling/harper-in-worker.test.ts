import { describe, expect, test } from 'vitest'
import type { HarperAnswer, HarperQuestion } from '../../../src/language/spelling/harper-messages.ts'
import { openHarperInWorker, type HarperWorker } from '../../../src/language/spelling/harper-in-worker.ts'

const URL_OF_IT = 'https://desk.example/harper.wasm'
const FINDING = { rule: 'AnA', from: 0, to: 1, words: 'a', message: 'Use an', fixes: ['an'] }

/** A worker whose answers the test gives. */
class ToldWorker implements HarperWorker {
  readonly asked: HarperQuestion[] = []
  isEnded = false
  #hear: ((event: { readonly data: HarperAnswer }) => void) | null = null
  #fail: ((event: { preventDefault(): void }) => void) | null = null

  addEventListener(
    ...[type, listener]:
      | ['message', (event: { readonly data: HarperAnswer }) => void]
      | ['error', (event: { preventDefault(): void }) => void]
  ): void {
    if (type === 'message') this.#hear = listener
    else this.#fail = listener
  }
  postMessage(question: HarperQuestion): void {
    this.asked.push(question)
  }
  terminate(): void {
    this.isEnded = true
  }
  say(data: HarperAnswer): void {
    this.#hear?.({ data })
  }
  /** Whether whoever heard of it dealt with it. */
  fail(): boolean {
    let isDealtWith = false
    this.#fail?.({ preventDefault: () => (isDealtWith = true) })
    return isDealtWith
  }
}

async function opened(): Promise<{
  worker: ToldWorker
  harper: Awaited<ReturnType<typeof openHarperInWorker>>
}> {
  const worker = new ToldWorker()
  const opening = openHarperInWorker(URL_OF_IT, 'British', () => worker)
  worker.say({ kind: 'opened' })
  return { worker, harper: await opening }
}

describe('opening', () => {
  test('begins a worker whose name says what it is to load, and is done when it has', async () => {
    const worker = new ToldWorker()
    const names: string[] = []
    const opening = openHarperInWorker(URL_OF_IT, 'Canadian', (name) => {
      names.push(name)
      return worker
    })
    let isOpen = false
    void opening.then(() => (isOpen = true))
    await Promise.resolve()
    expect(names).toEqual([`Canadian ${URL_OF_IT}`])
    expect(isOpen).toBe(false)
    worker.say({ kind: 'opened' })
    await opening
    expect(isOpen).toBe(true)
  })

  test.each<[string, (worker: ToldWorker) => void]>([
    ['says that it can’t load it', (worker) => worker.say({ kind: 'broken' })],
    ['fails', (worker) => expect(worker.fail()).toBe(true)],
  ])('rejects where the worker %s, and ends it', async (_, breaks) => {
    const worker = new ToldWorker()
    const opening = openHarperInWorker(URL_OF_IT, 'British', () => worker)
    breaks(worker)
    await expect(opening).rejects.toThrow('broken down')
    expect(worker.isEnded).toBe(true)
  })

  test('rejects where there is no worker to be had', async () => {
    const opening = openHarperInWorker(URL_OF_IT, 'British', () => {
      throw new DOMException('blocked', 'SecurityError')
    })
    await expect(opening).rejects.toThrow('blocked')
  })
})

describe('one that is open', () => {
  test('asks its worker at once, and answers each question with its answer', async () => {
    const { worker, harper } = await opened()
    const [grammar, spelling] = [harper.grammar(['a apple']), harper.spell(['recieve'])]
    expect(worker.asked).toEqual([
      { kind: 'grammar', texts: ['a apple'] },
      { kind: 'spell', words: ['recieve'] },
    ])
    worker.say({ kind: 'found', findings: [[FINDING]] })
    worker.say({ kind: 'spelled', fixes: new Map([['recieve', ['receive']]]) })
    expect(await grammar).toEqual([[FINDING]])
    expect(await spelling).toEqual(new Map([['recieve', ['receive']]]))
  })

  test('asks nothing where there is nothing to ask', async () => {
    const { worker, harper } = await opened()
    expect(await harper.grammar([])).toEqual([])
    expect(await harper.spell([])).toEqual(new Map())
    expect(worker.asked).toEqual([])
  })

  test.each<[string, (worker: ToldWorker) => void]>([
    ['says that it has broken down', (worker) => worker.say({ kind: 'broken' })],
    ['fails', (worker) => expect(worker.fail()).toBe(true)],
  ])('rejects all when its worker %s, what was asked and what is asked later', async (_, breaks) => {
    const { worker, harper } = await opened()
    const asked = [harper.grammar(['one']), harper.spell(['two'])]
    const settled = Promise.allSettled(asked)
    breaks(worker)
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(harper.spell(['three'])).rejects.toThrow('not at work')
    expect(worker.asked).toHaveLength(2)
    expect(worker.isEnded).toBe(true)
  })

  test('ends its worker when it is closed', async () => {
    const { worker, harper } = await opened()
    harper.close()
    expect(worker.isEnded).toBe(true)
  })
})
