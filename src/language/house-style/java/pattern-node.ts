/** A set of characters, as a class in a pattern names it. */
export type CharSet =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  /** What JavaScript writes in a class of its own, `\p{L}` for instance; `folds`: it holds both cases of what it holds. */
  | { readonly kind: 'source'; readonly source: string; readonly folds: boolean }
  | { readonly kind: 'any-of' | 'all-of'; readonly sets: readonly CharSet[]; readonly negative: boolean }

/** A regular expression, read. Groups are numbered as Java numbers them; flags are settled on what they hold for. */
export type PatternNode =
  /** Letters and figures of ASCII and blanks, one or more, which most patterns are for the most part. */
  | { readonly kind: 'text'; readonly text: string; readonly anyCase: boolean }
  | { readonly kind: 'char'; readonly code: number; readonly anyCase: boolean }
  | { readonly kind: 'set'; readonly set: CharSet; readonly anyCase: boolean }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly number: number; readonly node: PatternNode }
  | { readonly kind: 'atomic'; readonly node: PatternNode }
  | {
      readonly kind: 'look'
      readonly ahead: boolean
      readonly negative: boolean
      readonly node: PatternNode
    }
  | {
      readonly kind: 'repeat'
      readonly node: PatternNode
      readonly min: number
      /** Infinity where nothing bounds it. */
      readonly max: number
      readonly mode: 'greedy' | 'lazy' | 'possessive'
    }
  | { readonly kind: 'back'; readonly number: number; readonly anyCase: boolean }
  /** Something without width that JavaScript writes as `source`. */
  | { readonly kind: 'assert'; readonly source: string }
  | { readonly kind: 'boundary'; readonly negative: boolean }

/** What a pattern in Java's syntax says, or why it can't be used, in words for people. */
export type ReadPattern =
  | {
      readonly ok: true
      readonly node: PatternNode
      readonly groups: number
      readonly names: ReadonlyMap<string, number>
    }
  | { readonly ok: false; readonly reason: string }
