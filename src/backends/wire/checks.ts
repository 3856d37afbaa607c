import type { CheckSettings } from '../../domain/checks/check-settings.ts'
import { checkSettings } from '../../rules/stored-checks.ts'
import { orNull, record, text } from '../../rules/shape.ts'

// What the server answers about the checks.

/** The settings and which state of them it is; `settings` is null where whoever asked knows that state already. */
export type ChecksAnswer = { readonly revision: string; readonly settings: CheckSettings | null }

export const checksAnswer = record<ChecksAnswer>({ revision: text, settings: orNull(checkSettings) })

/** A change was made, to the state `before`: whoever has that state can make it in their own copy. */
export type ChecksChanged = { readonly before: string; readonly revision: string }

export const checksChanged = record<ChecksChanged>({ before: text, revision: text })
