import type { DatelineStyle } from '../newsroom-settings.ts'
import type { HouseRule } from './house-rule.ts'

export const DIALECTS = ['British', 'American', 'Australian', 'Canadian'] as const

/** Whose spelling is right. */
export type Dialect = (typeof DIALECTS)[number]

/** Which starter set of house rules a newsroom began with; 'none' runs only its own. */
export type StarterStyle = 'British' | 'American' | 'none'

/** What a newsroom has its stories checked for. */
export type CheckSettings = {
  readonly dialect: Dialect
  readonly starter: StarterStyle
  readonly datelineStyle: DatelineStyle
  /** The newsroom's own rules, besides the starter set. */
  readonly rules: readonly HouseRule[]
  /** Ids of rules of the starter set that are switched off. */
  readonly rulesOff: readonly string[]
  /** Names of checks that are switched off. */
  readonly checksOff: readonly string[]
  /** Words that are right for this newsroom ("always allow"); a capital in one must be there, small letters match either. */
  readonly deskWords: readonly string[]
  /** What else may always stand ("always allow"): these words, as far as that rule of that check goes. */
  readonly allowed: readonly Allowed[]
}

export type Allowed = { readonly check: string; readonly rule: string; readonly words: string }

/** What holds until a newsroom says otherwise. */
export const CHECK_SETTINGS: CheckSettings = {
  dialect: 'British',
  starter: 'British',
  datelineStyle: 'AP',
  rules: [],
  rulesOff: [],
  checksOff: [],
  deskWords: [],
  allowed: [],
}
