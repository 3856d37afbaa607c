import type { Appended, NotAppended } from '../../rules/append-update.ts'
import { APPEND_STORES } from '../../rules/append-update.ts'
import { StorageFailure } from '../../rules/desk-storage.ts'
import type { LiveDesk } from './live-desk.ts'
import type { Job, LotsStored } from './store-lots.ts'
import { appendLots, takeLots } from './store-lots.ts'

/**
 * So many transactions at once: while one is on its way to the database, others are put together. An embedded database
 * does one after the other, so that what gathers meanwhile goes together.
 */
const AT_ONCE = { postgres: 4, pglite: 1 } as const
/** So many lots in one transaction. */
const MOST_LOTS = 500

type Waiting = {
  readonly job: Job
  readonly done: (stored: LotsStored) => void
  readonly failed: (error: unknown) => void
}

type Answers = readonly (Appended | NotAppended)[]
type Appending = { readonly value: readonly Answers[]; readonly keyOf: (answered: number) => number }

/** A live document could not take what was stored, and may hold a part of it. */
export class NotTaken extends Error {}

/**
 * Stores what is written into many stories in few transactions: what gathers while some run goes into the next, whatever
 * story it is of. Each story still has one transaction at a time: its queue sees to that.
 */
export class GroupStore {
  readonly #desk: LiveDesk
  readonly #atOnce: number
  readonly #counted: () => void
  #waiting: Waiting[] = []
  #running = 0

  /** `counted` is called for each transaction that stored something. */
  constructor(desk: LiveDesk, counted: () => void) {
    this.#desk = desk
    this.#atOnce = AT_ONCE[desk.database?.kind ?? 'pglite']
    this.#counted = counted
  }

  /**
   * Stores a job, and takes it into its document. Rejects with what the storage rejects with; then the document holds nothing
   * of it. Rejects with `NotTaken` where the document couldn't take it; then nothing of it is stored any more.
   */
  store(job: Job): Promise<LotsStored> {
    return new Promise((done, failed) => {
      this.#waiting.push({ job, done, failed })
      // What comes in this same turn goes with it.
      if (this.#running < this.#atOnce && this.#waiting.length === 1) setImmediate(() => this.#start())
    })
  }

  #start(): void {
    while (this.#running < this.#atOnce && this.#waiting.length > 0) {
      const going = this.#nextGroup()
      this.#running += 1
      void this.#run(going).finally(() => {
        this.#running -= 1
        this.#start()
      })
    }
  }

  #nextGroup(): readonly Waiting[] {
    let lots = 0
    const end = this.#waiting.findIndex(({ job }) => (lots += job.lots.length) > MOST_LOTS)
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(1, end))
  }

  async #run(going: readonly Waiting[]): Promise<void> {
    const answered = await this.#tryAll(going)
    if (!answered) return
    this.#counted()
    for (const [at, { job, done, failed }] of going.entries()) {
      const answers = answered.value[at] ?? []
      try {
        done(takeLots(job, answers, answered.keyOf))
      } catch (error) {
        await this.#takeBack(job, answers, answered.keyOf)
        failed(new NotTaken('a live document could not take what was stored', { cause: error }))
      }
    }
  }

  /** What is refused must not be found the next time that the story is opened: it might not open any more. Never rejects. */
  async #takeBack({ story }: Job, answers: Answers, keyOf: Appending['keyOf']): Promise<void> {
    const { storage, log } = this.#desk
    const keys = answers.filter((answer) => answer.ok).map(({ key }) => keyOf(key))
    try {
      await storage.run(['records', 'updates'], 'strict', async (transaction) => {
        // With the story's turn, so that nothing is read half-way.
        await transaction.get('records', story.id)
        await transaction.deleteUpdates(keys)
      })
    } catch (error) {
      log.error(
        { story: story.id, keys: keys.join(' '), error: error instanceof Error ? error : undefined },
        'updates that a live document could not take could not be taken back',
      )
    }
  }

  /** Stores all of them, or has said to each why not. */
  async #tryAll(going: readonly Waiting[]): Promise<Appending | null> {
    try {
      return await this.#append(going.map(({ job }) => job))
    } catch (error) {
      if (going.length === 1 || error instanceof StorageFailure) {
        for (const { failed } of going) failed(error)
      } else {
        // One of them is what nobody foresaw: the others must not suffer from it.
        for (const one of going) await this.#run([one])
      }
      return null
    }
  }

  #append(jobs: readonly Job[]): Promise<Appending> {
    const { storage, now } = this.#desk
    const all = async (transaction: Parameters<typeof appendLots>[0]): Promise<readonly Answers[]> => {
      const answers: Answers[] = []
      for (const job of jobs) answers.push(await appendLots(transaction, job, now))
      return answers
    }
    if (storage.runForeseen) {
      const people = jobs.flatMap(({ lots }) => lots.map(({ person }) => person))
      const stories = jobs.map(({ story: { id, epoch, last } }) => ({ id, epoch, after: last }))
      return storage.runForeseen({ people, stories }, all)
    }
    return storage.run(APPEND_STORES, 'strict', all).then((value) => ({ value, keyOf: (key) => key }))
  }
}
