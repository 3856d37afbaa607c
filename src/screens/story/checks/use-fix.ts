import { useCallback } from 'react'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import type { TextName } from '../../../domain/story-doc.ts'
import type { FieldPath } from '../../../domain/suggestions/suggestion.ts'
import { rangeOfFlag } from '../../../editor/checks/flag-marks.ts'
import type { Replacement } from '../../../editor/checks/replace-each.ts'
import { replaceEach } from '../../../editor/checks/replace-each.ts'
import { runCommand } from '../../../editor/run-command.ts'
import type { FieldChange } from '../../../store/write-field-at.ts'
import { useActions, useOpenStory } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { useCommentWays } from '../comments/comment-desk.tsx'
import { useShowTab, useSideTab } from '../side-tab.tsx'

/** One thing to be put right, and the words that are put there. */
export type Fix = { readonly flag: ReportedFlag; readonly words: string }

/**
 * Puts words right: in a text as typing would, so that it is suggested where that is on, and in a field likewise. However
 * many they are, they are one step of undo. Words that were changed meanwhile are left alone, and it is said how many.
 */
export function useFix(id: string): (fixes: readonly Fix[]) => void {
  const comments = useCommentWays()
  const actions = useActions()
  const session = useOpenStory(id, (story) => story.session)
  const { tab } = useSideTab()
  const showTab = useShowTab()
  return useCallback(
    (fixes) => {
      if (!session) return
      const { doc, undo } = session
      // All editors first: to bring one on the page is nothing to do in the middle of a change.
      const texts = [...byText(fixes)].flatMap(([text, ones]) => {
        const editor = comments?.editorOf(text) ?? null
        return editor ? [{ text, ones }] : []
      })
      let done = 0
      undo.manager.stopCapturing()
      doc.transact(() => {
        for (const { text, ones } of texts) {
          const editor = comments?.editorOf(text) ?? null
          if (!editor) continue
          const replacements = ones.flatMap(({ flag, words }): Replacement[] => {
            const range = rangeOfFlag(editor.state, flag.id)
            return range ? [{ ...range, words }] : []
          })
          if (runCommand(editor, replaceEach(replacements))) done += replacements.length
        }
        for (const [field, changes] of byField(fixes)) done += actions.replaceInField(id, field, changes)
      }, undo.origin)
      undo.manager.stopCapturing()
      showTab(tab)
      announce(saidOf(done, fixes.length - done))
    },
    [comments, actions, id, session, tab, showTab],
  )
}

function saidOf(done: number, left: number): string {
  if (left > 0)
    return left === 1 ? 'The words have changed: left as they are' : `${left} have changed: left as they are`
  return done === 1 ? 'Replaced' : `${done} replaced`
}

function byField(fixes: readonly Fix[]): ReadonlyMap<FieldPath, readonly FieldChange[]> {
  const fields = new Map<FieldPath, FieldChange[]>()
  for (const { flag, words } of fixes) {
    const { place, from, to } = flag.range
    if (place.to !== 'field') continue
    fields.set(place.field, [...(fields.get(place.field) ?? []), { from, to, was: flag.words, words }])
  }
  return fields
}

function byText(fixes: readonly Fix[]): ReadonlyMap<TextName, readonly Fix[]> {
  const texts = new Map<TextName, Fix[]>()
  for (const fix of fixes) {
    const { place } = fix.flag.range
    if (place.to === 'text') texts.set(place.text, [...(texts.get(place.text) ?? []), fix])
  }
  return texts
}
