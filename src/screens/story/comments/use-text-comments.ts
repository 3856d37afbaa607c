import type { Editor } from '@tiptap/core'
import { useCallback, useMemo } from 'react'
import type { TextName } from '../../../domain/story-doc.ts'
import type { ThreadAnchor } from '../../../domain/threads/thread.ts'
import type { PickedWords, TextComments, WordsThread } from '../../../editor/comments/text-comments.ts'
import { useOpenStory } from '../../../store/use-desk.ts'
import { useCommentDesk, useCommentWays } from './comment-desk.tsx'
import { useMayComment } from './use-may-comment.ts'

/** Stands for the comment that is being written, so that its words are marked meanwhile. */
const DRAFT = 'draft'
const NONE: readonly never[] = []

/** The comments on one text, for its editor, and where that editor is to be announced. */
export function useTextComments(
  id: string,
  text: TextName,
): { readonly comments: TextComments; readonly onEditor: (editor: Editor | null) => void } {
  const threads = useOpenStory(id, (story) => story.threads) ?? NONE
  const mayComment = useMayComment(id)
  const desk = useCommentDesk()
  const ways = useCommentWays()
  const words = desk?.draft?.anchor ?? null
  const drafted = words?.kind === 'words' && words.text === text ? words.ids : null
  const active = desk?.active ?? null

  const comments = useMemo((): TextComments => {
    const own = threads.flatMap(({ id: thread, anchor, resolved }): WordsThread[] => {
      const isMarked = resolved === null || thread === active
      return isMarked && anchor.kind === 'words' && anchor.text === text
        ? [{ id: thread, ids: anchor.ids }]
        : []
    })
    return {
      threads: drafted === null ? own : [...own, { id: DRAFT, ids: drafted }],
      active: drafted === null ? (own.find((thread) => thread.id === active)?.id ?? null) : DRAFT,
      mayComment,
      onOpen(found, how) {
        const said = found.filter((thread) => thread !== DRAFT)
        if (how === 'command') ways?.open(said)
        else ways?.show(said, text)
      },
      onComment: (picked) => ways?.begin({ anchor: anchorOf(text, picked), quote: picked.quote }),
    }
  }, [threads, active, drafted, mayComment, text, ways])
  const onEditor = useCallback((editor: Editor | null) => ways?.register(text, editor), [text, ways])
  return { comments, onEditor }
}

/** What is picked in a text without a word is the text. */
function anchorOf(text: TextName, { ids }: PickedWords): ThreadAnchor {
  if (ids.length > 0) return { kind: 'words', text, ids }
  return {
    kind: 'field',
    field: text.startsWith('caption:') ? `photo:${text.slice('caption:'.length)}` : text,
  }
}
