/** From `reminder` characters on the count is shown as a reminder, from `warning` on as a warning; never a block. */
export type Limit = { readonly reminder: number; readonly warning: number }

export type DatelineStyle = 'AP' | 'Reuters' | 'AFP' | 'PA'

/** What the sign-off list looks for. Further checks may bring names of their own. */
export type SignOffCheck =
  | 'suggestions'
  | 'comments'
  | 'tks'
  | 'notes'
  | 'headline'
  | 'byline'
  | 'body'
  | 'alt'
  | 'caption'
  | 'credit'
  | 'length'
  | 'embargo'
  | (string & {})

/** 'stop': nobody passes it. 'warning': a chief may, with a reason. 'off': nobody looks for it. */
export type SignOffLevel = 'stop' | 'warning' | 'off'

/**
 * What a newsroom sets for everybody. This file is the one place for it: change the values below.
 * Lengths are in characters as a reader counts them (grapheme clusters).
 */
export type NewsroomSettings = {
  readonly limits: { readonly headline: Limit; readonly dek: Limit; readonly caption: Limit }
  readonly datelineStyle: DatelineStyle
  /** Language of a new story. */
  readonly language: string
  readonly languages: readonly string[]
  /** Offered while typing; any other section may be typed. */
  readonly sections: readonly string[]
  /** Words a minute, for the reading time. */
  readonly readingSpeed: number
  /** Largest picture, in bytes. */
  readonly maxPictureBytes: number
  /** Largest import, in bytes. */
  readonly maxImportBytes: number
  /** How much each check of the sign-off list weighs; one that isn't named here is a warning. */
  readonly signOff: { readonly [check in SignOffCheck]?: SignOffLevel }
  /** A one-person desk may let somebody approve what they wrote; the approval then says so. */
  readonly selfApproval: boolean
}

export const NEWSROOM_SETTINGS: NewsroomSettings = {
  limits: {
    headline: { reminder: 90, warning: 120 },
    dek: { reminder: 140, warning: 180 },
    caption: { reminder: 180, warning: 250 },
  },
  datelineStyle: 'AP',
  language: 'en-GB',
  languages: ['en-GB', 'en-US', 'en-AU', 'en-CA', 'fr', 'de', 'es', 'ar', 'he'],
  sections: ['World', 'Politics', 'Business', 'Local', 'Sport', 'Culture', 'Science', 'Opinion'],
  readingSpeed: 238,
  maxPictureBytes: 25_000_000,
  maxImportBytes: 4_000_000,
  signOff: {
    suggestions: 'stop',
    headline: 'stop',
    byline: 'stop',
    body: 'stop',
    comments: 'warning',
    tks: 'warning',
    notes: 'warning',
    alt: 'warning',
    caption: 'warning',
    credit: 'warning',
    length: 'warning',
    embargo: 'warning',
  },
  selfApproval: false,
}
