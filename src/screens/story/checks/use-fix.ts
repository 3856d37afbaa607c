import { useCallback } from 'react'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import type { TextName } from '../../../domain/story-doc.ts'
import { rangeOfFlag } from '../../../editor/checks/flag-marks.ts'
import { replaceWords } from '../../../editor/find/replace-words.ts'
import { runCommand } from '../../../editor/run-command.ts'
import { useActions } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { useCommentWays } from '../comments/comment-desk.tsx'

/** One thing to be put right, and the words that are put there. */
export type Fix = { readonly flag: ReportedFlag; readonly words: string }

/**
 * Puts words right: in a text as typing would, so that it is suggested where that is on, and in a field likewise. Words
 * that were changed meanwhile are left alone, and it is said how many.
 */
export function useFix(id: string): (fixes: readonly Fix[]) => void {
  const comments = useCommentWays()
  const actions = useActions()
  return useCallback(
    (fixes) => {
      let done = 0
      for (const [text, ones] of byText(fixes)) {
        const editor = comments?.editorOf(text) ?? null
        if (!editor) continue
        for (const [words, found] of rangesByWords(ones, (flag) => rangeOfFlag(editor.state, flag.id))) {
          const ranges = found.flatMap(({ id: flag }) => rangeOfFlag(editor.state, flag) ?? [])
          if (ranges.length > 0 && runCommand(editor, replaceWords(ranges, words))) done += ranges.length
        }
      }
      for (const { flag, words } of fixes) {
        const { place, from, to } = flag.range
        if (place.to !== 'field') continue
        if (actions.replaceInField(id, place.field, { from, to, was: flag.words, words })) done += 1
      }
      const left = fixes.length - done
      if (left > 0)
        announce(
          left === 1 ? 'The words have changed: left as they are' : `${left} have changed: left as they are`,
        )
      else announce(done === 1 ? 'Replaced' : `${done} replaced`)
    },
    [comments, actions, id],
  )
}

function byText(fixes: readonly Fix[]): ReadonlyMap<TextName, readonly Fix[]> {
  const texts = new Map<TextName, Fix[]>()
  for (const fix of fixes) {
    const { place } = fix.flag.range
    if (place.to === 'text') texts.set(place.text, [...(texts.get(place.text) ?? []), fix])
  }
  return texts
}

/** Those that are still marked, by what they become: all of one kind are one step. */
function rangesByWords(
  fixes: readonly Fix[],
  rangeOf: (flag: ReportedFlag) => unknown,
): ReadonlyMap<string, readonly ReportedFlag[]> {
  const rows = new Map<string, ReportedFlag[]>()
  for (const { flag, words } of fixes) {
    if (rangeOf(flag) !== null) rows.set(words, [...(rows.get(words) ?? []), flag])
  }
  return rows
}
