/** Where a story stands on its way to the reader (DESIGN.md, section 5). */
export const STATUSES = [
  'draft',
  'submitted',
  'in review',
  'changes requested',
  'approved',
  'published',
  'spiked',
] as const

export type Status = (typeof STATUSES)[number]

/** What a row on the desk shows, derived from the content off the keystroke's way. */
export type Summary = {
  readonly headline: string
  readonly dek: string
  readonly slug: string
  readonly section: string
  /** The byline as readers see it: "Jane Doe and John Roe, Example News". */
  readonly byline: string
  readonly words: number
  /** How many places are marked TK ("to come"). */
  readonly tks: number
  /** What is still open on it: suggestions that nobody decided, comments that nobody resolved. */
  readonly suggestions: number
  readonly comments: number
}

/** What stands published while a correction is in work. */
export type Published = {
  readonly version: string
  readonly at: string
  readonly pubStatus: 'usable' | 'withheld' | 'canceled'
}

/** An instant with the zone it was meant in: {"at": "2026-11-24T06:00:00Z", "zone": "Europe/London"}. */
export type ZonedInstant = { readonly at: string; readonly zone: string }

/** The one truth about a story that the backend keeps; changed only by actions (DESIGN.md, decision 1). */
export type StoryRecord = {
  /** UUIDv7, made by the client. */
  readonly id: string
  readonly deskId: string
  /** Version of the content schema that the story was last written with. */
  readonly schema: number
  /** The life of one Yjs document: from creation or reopening to approval. Starts at 1. */
  readonly epoch: number
  readonly status: Status
  /** Ids of the people who wrote it. */
  readonly reporters: readonly string[]
  readonly claimant: string | null
  /** On a spiked story: what it was before, which says who may restore it. */
  readonly spikedFrom?: Status
  readonly embargo: ZonedInstant | null
  readonly published: Published | null
  /** Wire copy that it was imported from is kept with it. */
  readonly hasSource: boolean
  /** Backend's order of changes on the whole desk; larger is later. The only order there is. */
  readonly sequence: number
  /** ISO instants for people's eyes; never for order. */
  readonly createdAt: string
  readonly changedAt: string
  readonly summary: Summary
}

export const BLANK_SUMMARY: Summary = {
  headline: '',
  dek: '',
  slug: '',
  section: '',
  byline: '',
  words: 0,
  tks: 0,
  suggestions: 0,
  comments: 0,
}

/** The one desk that there is to begin with. */
export const FIRST_DESK = 'desk'
