import type { Shape } from '../../rules/shape.ts'
import type { Outcome, Refusal } from '../backend.ts'
import type { WireRefusal } from '../wire.ts'
import { readAnswer } from '../wire.ts'

/** A refusal of this side: the server could not be reached, or what it answered can't be understood. */
export type Unanswered = Refusal & { readonly unanswered: true }

/** `wait`: milliseconds after which the server would be asked again, where it says so. */
type Refused = (Refusal | Unanswered) & { readonly wait?: number }

export type Asked<Value> = { readonly ok: true; readonly value: Value } | Refused

export type RequestOptions = {
  /** Where the server is, without a slash at the end; '' for wherever the page came from. */
  readonly address: string
  readonly fetch: typeof fetch
  readonly newKey: () => string
  /** Milliseconds between the tries of a request that changes something, one try more than there are numbers. */
  readonly pauses: readonly number[]
  /** Is the server known to answer? While it isn't, nobody waits long for it. */
  readonly isUp: () => boolean
  /** The server said that there is no session (any more). */
  readonly signedOut: () => void
}

const PATIENCE = { up: 15_000, down: 4000 } as const

/** Milliseconds: nobody who pressed a button waits longer between two tries. */
const LONGEST = 3000

const UNREACHED =
  'The newsroom’s server can’t be reached just now. What you wrote is kept in this browser and is sent by itself. Try again when the connection is back.'
const UNKNOWN =
  'The newsroom’s server did not answer, so it is not known whether this was done. What you wrote is kept in this browser. When the connection is back, look at the story again, then try again.'
const STRANGE =
  'The newsroom’s server gave an answer that this page does not understand; perhaps there is a newer version of Stet. What you wrote is kept in this browser. Reload the page, then try again.'

export function isUnanswered(outcome: { readonly ok: boolean }): outcome is Unanswered {
  return 'unanswered' in outcome
}

/** An outcome as the port knows it. */
export function asOutcome<Value>(asked: Asked<Value>): Outcome<Value> {
  return asked.ok ? asked : asRefusal(asked)
}

/** A refusal as the port knows it. */
export const asRefusal = ({ ok, reason, message }: Refusal): Refusal => ({ ok, reason, message })

/**
 * Asks the newsroom's server. What changes something carries a key of its own, so that it can be asked again where the
 * answer was lost, and is done once.
 */
export class Requests {
  readonly #options: RequestOptions

  constructor(options: RequestOptions) {
    this.#options = options
  }

  get<Value>(path: string, shape: Shape<Value>): Promise<Asked<Value>> {
    return this.#ask('GET', path, shape, undefined, [])
  }

  /** `isHasty`: asked once, and not waited for long, by whoever can do without an answer. */
  post<Value>(path: string, shape: Shape<Value>, body: unknown = {}, isHasty = false): Promise<Asked<Value>> {
    const { pauses } = this.#options
    return isHasty
      ? this.#ask('POST', path, shape, body, [], PATIENCE.down)
      : this.#ask('POST', path, shape, body, pauses)
  }

  delete<Value>(path: string, shape: Shape<Value>): Promise<Asked<Value>> {
    return this.#ask('DELETE', path, shape, undefined, this.#options.pauses)
  }

  /** A response as it is, or null where there was none. */
  async raw(path: string, init: RequestInit = {}): Promise<Response | null> {
    const { address, isUp } = this.#options
    const isLook = (init.method ?? 'GET') === 'GET'
    const signal = AbortSignal.timeout(isLook && !isUp() ? PATIENCE.down : PATIENCE.up)
    try {
      // Called as a function of its own: a browser's fetch wants no other `this`.
      const { fetch } = this.#options
      return await fetch(`${address}${path}`, { credentials: 'same-origin', signal, ...init })
    } catch {
      return null
    }
  }

  /** What a response says, checked; tells whoever listens where there is no session any more. */
  async read<Value>(response: Response, shape: Shape<Value>): Promise<Asked<Value>> {
    let said: unknown
    try {
      said = await response.json()
    } catch {
      return { ...unanswered(response.ok ? UNKNOWN : UNREACHED), ...waitOf(response) }
    }
    const answer = readAnswer(shape, said)
    if (!answer) return { ...unanswered(STRANGE), ...waitOf(response) }
    if (!answer.ok && answer.signedOut) this.#options.signedOut()
    return answer.ok ? answer : { ...withId(answer), ...waitOf(response) }
  }

  async #ask<Value>(
    method: string,
    path: string,
    shape: Shape<Value>,
    body: unknown,
    pauses: readonly number[],
    patience?: number,
  ): Promise<Asked<Value>> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (method !== 'GET') headers['idempotency-key'] = this.#options.newKey()
    if (body !== undefined) headers['content-type'] = 'application/json'
    const init: RequestInit = { method, headers }
    if (body !== undefined) init.body = JSON.stringify(body)
    for (let time = 0; ; time++) {
      if (patience !== undefined) init.signal = AbortSignal.timeout(patience)
      const response = await this.raw(path, init)
      const asked = response ? await this.read(response, shape) : unanswered(UNREACHED)
      const pause = pauses[time]
      if (!isLost(response, asked)) return asked
      if (pause === undefined) return method === 'GET' ? asked : toldUnknown(asked)
      await waitFor(Math.max(pause, retryAfter(response)))
    }
  }
}

/** Was the answer lost, on the way or by a server that is just being started? */
function isLost(response: Response | null, asked: { readonly ok: boolean }): boolean {
  if (asked.ok) return false
  if (response === null) return true
  if (retryAfter(response) > LONGEST) return false
  return [429, 502, 503, 504].includes(response.status) || (isUnanswered(asked) && asked.message === UNKNOWN)
}

/** Milliseconds that the server asks to wait. */
function retryAfter(response: Response | null): number {
  const seconds = Number(response?.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) ? seconds * 1000 : 0
}

function waitOf(response: Response): { readonly wait?: number } {
  const wait = retryAfter(response)
  return wait > 0 ? { wait } : {}
}

const waitFor = (pause: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause))

const unanswered = (message: string): Unanswered => ({
  ok: false,
  reason: 'storage',
  message,
  unanswered: true,
})

/** It was sent, perhaps: whether it was done is not known. */
const toldUnknown = <Value>(asked: Asked<Value>): Asked<Value> =>
  isUnanswered(asked) && asked.message === UNREACHED ? unanswered(UNKNOWN) : asked

/** The message with the id by which whoever runs the server finds the failure in its log. */
function withId({ reason, message, id }: WireRefusal): Refusal {
  const isTold = id === undefined || message.includes(id)
  return { ok: false, reason, message: isTold ? message : `${message} (${id})` }
}
