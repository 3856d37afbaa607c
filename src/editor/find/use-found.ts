import { useEffect, useMemo, useState } from 'react'
import type { NamedEditor } from './editors-on-page.ts'
import { editorsOnPage } from './editors-on-page.ts'
import type { FindQuery, Found } from './find-words.ts'
import { findWords } from './find-words.ts'

/** A place where the words stand, and in which text. */
export type FoundPlace = { readonly in: NamedEditor; readonly found: Found }

/** So long after the last change of a text it is searched anew. */
const SETTLE_MS = 150

/** Where the words stand on this page now, in all of its texts. */
export const foundPlaces = (query: FindQuery): readonly FoundPlace[] =>
  editorsOnPage(document).flatMap((named) =>
    findWords(named.editor.state, query).map((found) => ({ in: named, found })),
  )

/** The same, kept up to date while texts change. */
export function useFound({ words, matchCase, wholeWords }: FindQuery): readonly FoundPlace[] {
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setTurn((now) => now + 1), SETTLE_MS)
    }
    const editors = editorsOnPage(document)
    for (const { editor } of editors) editor.on('update', changed)
    return () => {
      clearTimeout(timer)
      for (const { editor } of editors) editor.off('update', changed)
    }
  }, [])
  return useMemo(
    () => (turn < 0 ? [] : foundPlaces({ words, matchCase, wholeWords })),
    [turn, words, matchCase, wholeWords],
  )
}
