import { useId, type ReactElement } from 'react'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { LineEditor } from '../../editor/line-editor.tsx'
import { useOpenStory } from '../../store/use-desk.ts'
import { MeterBar } from '../../ui/meter.tsx'
import { countCharacters } from '../../domain/count-words.ts'
import { FieldComments } from './comments/field-comments.tsx'
import { useTextComments } from './comments/use-text-comments.ts'
import { useTextSuggestions } from './changes/use-text-suggestions.ts'
import { useTextFlags } from './checks/use-text-flags.ts'
import { goToPanel } from './go-to-panel.ts'
import { LengthCount } from './length-count.tsx'
import { LineBox } from './line-box.tsx'
import { PlainPanel } from './panel.tsx'
import { textLanguage } from './text-direction.ts'
import { useEditorFocus } from './editor-focus.ts'
import { useMayEdit } from './use-may-edit.ts'
import { useTextCarets } from './use-text-carets.ts'

const LINES = {
  headline: { label: 'Headline', placeholder: 'What happened, in one line', next: 'dek' },
  dek: { label: 'Dek', placeholder: 'The line under it that says more', next: 'byline' },
} as const

/** Headline or dek: an editor of one line over the story's text, with its length. */
export function LinePanel({
  id,
  name,
}: {
  readonly id: string
  readonly name: 'headline' | 'dek'
}): ReactElement | null {
  const session = useOpenStory(id, (story) => story.session)
  const language = useOpenStory(id, (story) => story.fields.language) ?? ''
  const mayEdit = useMayEdit(id)
  const onFocus = useEditorFocus()
  const countId = useId()
  const commented = useTextComments(id, name)
  const suggestions = useTextSuggestions(id)
  const carets = useTextCarets(id, name)
  const flags = useTextFlags(id, name)
  if (!session) return null
  const { label, placeholder, next } = LINES[name]
  return (
    <PlainPanel name={name}>
      <LineBox
        label={label}
        aside={<LineCount id={id} countId={countId} name={name} />}
        comments={<FieldComments panel={name} label={label} />}
      >
        <LineEditor
          text={session.doc.getText(name)}
          undo={session.undo}
          label={label}
          describedBy={countId}
          look={name}
          placeholder={placeholder}
          readOnly={!mayEdit}
          {...commented}
          suggestions={suggestions}
          carets={carets}
          flags={flags}
          {...textLanguage(language)}
          onFocus={onFocus}
          onLeave={() => goToPanel(next)}
        />
      </LineBox>
      {name === 'headline' ? <HeadlineBar id={id} /> : null}
    </PlainPanel>
  )
}

function LineCount({
  id,
  countId,
  name,
}: {
  readonly id: string
  readonly countId: string
  readonly name: 'headline' | 'dek'
}): ReactElement {
  const text = useOpenStory(id, (story) => story[name]) ?? ''
  const { label } = LINES[name]
  return <LengthCount id={countId} label={label} text={text} limit={NEWSROOM_SETTINGS.limits[name]} />
}

function HeadlineBar({ id }: { readonly id: string }): ReactElement {
  const headline = useOpenStory(id, (story) => story.headline) ?? ''
  return <MeterBar value={countCharacters(headline)} limit={NEWSROOM_SETTINGS.limits.headline} />
}
