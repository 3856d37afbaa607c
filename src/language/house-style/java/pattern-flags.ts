/** The flags of Java that change what a pattern says. */
export type PatternFlags = {
  /** i */
  readonly anyCase: boolean
  /** x: white space and comments don't count. */
  readonly comments: boolean
  /** s: a dot is any character. */
  readonly dotAll: boolean
  /** m */
  readonly multiline: boolean
  /** d: only "\n" ends a line. */
  readonly unixLines: boolean
  /** U: \w, \d, \s and the classes of POSIX hold all of Unicode. */
  readonly unicode: boolean
}

export const NO_FLAGS: PatternFlags = {
  anyCase: false,
  comments: false,
  dotAll: false,
  multiline: false,
  unixLines: false,
  unicode: false,
}

const NAMES: Readonly<Record<string, keyof PatternFlags | null>> = {
  i: 'anyCase',
  x: 'comments',
  s: 'dotAll',
  m: 'multiline',
  d: 'unixLines',
  U: 'unicode',
  // Case is always compared in all of Unicode here.
  u: null,
}

/** Flags as `(?im-s)` sets them over those that held; null where one of the letters is no flag. */
export function withFlags(flags: PatternFlags, letters: string): PatternFlags | null {
  const next: { -readonly [Name in keyof PatternFlags]: boolean } = { ...flags }
  let value = true
  for (const letter of letters) {
    if (letter === '-') {
      if (!value) return null
      value = false
      continue
    }
    const name = NAMES[letter]
    if (name === undefined) return null
    if (name) next[name] = value
  }
  return next
}
