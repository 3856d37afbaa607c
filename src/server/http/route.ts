import type { Outcome } from '../../backends/backend.ts'
import type { WireRefusal } from '../../backends/wire.ts'
import type { SignedIn } from '../accounts/session-of.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** What is counted together where requests are bounded. 'writes' is every other change. */
export type RateKind = 'sign-in' | 'invites' | 'uploads' | 'writes'

/** A request as a route sees it. */
export type RouteRequest = {
  readonly raw: Request
  /** Parts of the path that are named in it (":id"), decoded. */
  readonly params: { readonly [name: string]: string }
  readonly query: URLSearchParams
  /** Address of whoever asks. */
  readonly address: string
  /** The same for a request that is sent again, as its answer was lost; null where it has none. */
  readonly idempotencyKey: string | null
  readonly signedIn: SignedIn | null
}

export type SignedInRequest = RouteRequest & { readonly signedIn: SignedIn }

/** A refusal that has a status of its own. `retryAfter` in seconds. */
export type HttpRefusal = WireRefusal & { readonly status?: 413 | 429 | 500; readonly retryAfter?: number }

/** An outcome is sent as JSON with the status that follows from it (`answerResponse`). */
export type Reply = Response | Outcome<unknown> | HttpRefusal

type RouteBase = {
  readonly method: Method
  /** As hono reads it: "/api/stories/:id". */
  readonly path: string
  /** Largest body in bytes; LIMITS.body where it isn't named. */
  readonly maxBytes?: number
  /** Where it isn't named: none for GET, 'writes' for all others. */
  readonly rate?: RateKind
}

/**
 * One thing that can be asked of the server. All of them stand in one list (routes.ts), from which the app and the test of
 * who may ask what are made. 'chief': of those signed in only chiefs.
 */
export type Route =
  | (RouteBase & {
      readonly who: 'anybody'
      readonly handle: (request: RouteRequest) => Promise<Reply>
    })
  | (RouteBase & {
      readonly who: 'signed in' | 'chief'
      readonly handle: (request: SignedInRequest) => Promise<Reply>
    })
