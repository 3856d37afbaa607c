import type { CheckReport } from '../domain/checks/check-report.ts'
import type { CheckSettings } from '../domain/checks/check-settings.ts'

/** What the worker of the checks is told. Stories are told apart by their ids. */
export type CheckQuestion =
  | { readonly kind: 'settings'; readonly settings: CheckSettings }
  /** A story was opened; `state` is its whole document. */
  | { readonly kind: 'open'; readonly story: string; readonly state: Uint8Array }
  | { readonly kind: 'news'; readonly story: string; readonly update: Uint8Array }
  | { readonly kind: 'close'; readonly story: string }

/** What it says of a story, again whenever it has more to say. */
export type CheckAnswer = { readonly story: string; readonly report: CheckReport }
