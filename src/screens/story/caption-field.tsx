import { useEffect, useId, useRef, type ReactElement } from 'react'
import { captionName, textOf } from '../../domain/story-doc.ts'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { LineEditor } from '../../editor/line-editor.tsx'
import type { PhotoState } from '../../store/desk-state.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { TextArea } from '../../ui/text-field.tsx'
import { useTextComments } from './comments/use-text-comments.ts'
import { useTextSuggestions } from './changes/use-text-suggestions.ts'
import { useTextFlags } from './checks/use-text-flags.ts'
import { useEditorFocus } from './editor-focus.ts'
import { LengthCount } from './length-count.tsx'
import { LineBox } from './line-box.tsx'
import { textLanguage } from './text-direction.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useTextCarets } from './use-text-carets.ts'

const PLACEHOLDER = 'Who, what, where and when'

/**
 * The caption is a text of the photo. While there is no photo it is a plain field whose first words make one; the
 * editor that then takes its place gets the focus, with the caret behind those words.
 */
export function CaptionField({
  storyId,
  photo,
  onFirstWords,
}: {
  readonly storyId: string
  readonly photo: PhotoState | null
  readonly onFirstWords: (words: string) => void
}): ReactElement | null {
  const session = useOpenStory(storyId, (story) => story.session)
  const language = useOpenStory(storyId, (story) => story.fields.language) ?? ''
  const mayEdit = useMayEdit(storyId)
  const onFocus = useEditorFocus()
  const box = useRef<HTMLDivElement>(null)
  const goesOn = useRef(false)
  const countId = useId()
  const commented = useTextComments(storyId, captionName(photo?.id ?? ''))
  const suggestions = useTextSuggestions(storyId)
  const carets = useTextCarets(storyId, captionName(photo?.id ?? ''))
  const flags = useTextFlags(storyId, captionName(photo?.id ?? ''))
  const count = (words: string): ReactElement => (
    <LengthCount id={countId} label="Caption" text={words} limit={NEWSROOM_SETTINGS.limits.caption} />
  )
  useEffect(() => {
    if (photo && goesOn.current) focusEnd(box.current)
    goesOn.current = false
  }, [photo])

  const text = session && photo ? textOf(session.doc, captionName(photo.id)) : null
  if (!session || !photo || !text)
    return (
      <TextArea
        label="Caption"
        rows={2}
        placeholder={PLACEHOLDER}
        value=""
        aside={count('')}
        aria-describedby={countId}
        isReadOnly={!mayEdit}
        onChange={(words) => {
          goesOn.current = true
          onFirstWords(words.replace(/\s+/gu, ' '))
        }}
      />
    )
  return (
    <div ref={box}>
      <LineBox label="Caption" aside={count(photo.caption)}>
        <LineEditor
          text={text}
          undo={session.undo}
          label="Caption"
          describedBy={countId}
          look="caption"
          placeholder={PLACEHOLDER}
          readOnly={!mayEdit}
          {...commented}
          suggestions={suggestions}
          carets={carets}
          flags={flags}
          {...textLanguage(language)}
          onFocus={onFocus}
          onLeave={() => {
            box.current?.parentElement?.querySelector<HTMLElement>('input:not([type=file])')?.focus()
          }}
        />
      </LineBox>
    </div>
  )
}

/** Puts the focus into the editor of a box, with the caret at its end. */
function focusEnd(box: HTMLElement | null): void {
  const surface = box?.querySelector<HTMLElement>('[contenteditable=true]')
  if (!surface) return
  surface.focus()
  const selection = surface.ownerDocument.getSelection()
  selection?.selectAllChildren(surface)
  selection?.collapseToEnd()
}
