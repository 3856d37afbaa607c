/** A part that is loaded with what is first asked of it. */
export type LatePart<Part> = {
  /** Has the part do something once it is there; resolves when that is done. */
  readonly use: (work: (part: Part) => void | Promise<void>) => Promise<void>
  /** The part as far as it was loaded. */
  readonly loaded: () => Part | null
}

/**
 * Loads a part when it is first needed: nobody waits for it to see what is on the desk. One that could not be loaded is
 * tried again with the next thing that is asked of it, and `missing` is told.
 */
export function latePart<Part>(load: () => Promise<Part>, missing: () => void): LatePart<Part> {
  let loading: Promise<Part> | null = null
  let part: Part | null = null
  return {
    async use(work) {
      loading ??= load()
      try {
        part = await loading
      } catch {
        loading = null
        return missing()
      }
      return work(part)
    },
    loaded: () => part,
  }
}
