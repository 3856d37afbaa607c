/** How a name is led: 'courtesy' is Mr or Ms, 'office' a title in capitals, 'role' one in small letters, 'royal' King or Pope. */
export type Lead = 'none' | 'courtesy' | 'office' | 'role' | 'royal'

/** A name as a line mentions it, without its title and without a possessive ending. Plain data. */
export type NameMention = {
  readonly from: number
  readonly to: number
  /** Its words as written; one for a surname (or anything else) alone. */
  readonly parts: readonly string[]
  /** The same, folded. */
  readonly keys: readonly string[]
  /** Where the last part stands. */
  readonly lastFrom: number
  readonly lead: Lead
  /** Surely a person: by title, given name or age. */
  readonly isPerson: boolean
  /** A place, an institution, a people: surely no person. */
  readonly isThing: boolean
  /** Only the sentence's beginning may have given it its capital. */
  readonly startsSentence: boolean
  /** What somebody says, who may call people as they like. */
  readonly isQuoted: boolean
  readonly isPossessive: boolean
  /** The words around it in small letters, '' at the line's ends. */
  readonly before: string
  readonly after: string
  readonly afterNext: string
  /** A comma and an age stand behind it. */
  readonly age: number | null
}
