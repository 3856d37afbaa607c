import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { EmbargoField } from './embargo-field.tsx'
import { FieldProposals } from './changes/field-proposals.tsx'
import { useShownValue } from './changes/use-shown-value.ts'
import { KeywordsField } from './keywords-field.tsx'
import styles from './more-panel.module.css'
import { PlainPanel } from './panel.tsx'
import { languageName } from './text-direction.ts'
import { useMayEdit } from './use-may-edit.ts'

/** What a story seldom needs: keywords, language, embargo, the desk note. */
export function MorePanel({ id }: { readonly id: string }): ReactElement {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <PlainPanel name="more" comments="More fields">
      <div className={styles['head']}>
        <Button
          kind="quiet"
          size="small"
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          onPress={() => setIsOpen(!isOpen)}
        >
          More
        </Button>
        {isOpen ? null : <Filled id={id} />}
      </div>
      {isOpen ? <MoreFields id={id} /> : null}
    </PlainPanel>
  )
}

/** Says what there is behind "More", so that no embargo or note of an imported story goes unseen. */
function Filled({ id }: { readonly id: string }): ReactElement | null {
  const keywords = useOpenStory(id, (story) => story.fields.keywords.length > 0) ?? false
  const embargo = useOpenStory(id, (story) => story.record.embargo !== null) ?? false
  const deskNote = useOpenStory(id, (story) => story.fields.deskNote.trim() !== '') ?? false
  const filled = [
    ...(embargo ? ['embargo'] : []),
    ...(keywords ? ['keywords'] : []),
    ...(deskNote ? ['desk note'] : []),
  ]
  return filled.length === 0 ? null : <span className={styles['filled']}>Has {LIST.format(filled)}</span>
}

const LIST = new Intl.ListFormat('en-GB')

const NO_WORDS: readonly string[] = []

function MoreFields({ id }: { readonly id: string }): ReactElement {
  const standing = {
    keywords: useOpenStory(id, (story) => story.fields.keywords) ?? NO_WORDS,
    language: useOpenStory(id, (story) => story.fields.language) ?? '',
    deskNote: useOpenStory(id, (story) => story.fields.deskNote) ?? '',
  }
  const keywords = useShownValue(id, 'keywords', standing.keywords)
  const language = useShownValue(id, 'language', standing.language)
  const deskNote = useShownValue(id, 'deskNote', standing.deskNote)
  const mayEdit = useMayEdit(id)
  const actions = useActions()
  return (
    <>
      <KeywordsField
        keywords={keywords}
        onChange={(words) => actions.setField(id, 'keywords', words)}
        isReadOnly={!mayEdit}
      />
      <FieldProposals id={id} path="keywords" label="Keywords" standing={standing.keywords} />
      <Select
        label="Language"
        value={language}
        options={languagesWith(language)}
        onChange={(value) => actions.setField(id, 'language', value)}
        isDisabled={!mayEdit}
      />
      <FieldProposals id={id} path="language" label="Language" standing={standing.language} />
      <EmbargoField id={id} mayEdit={mayEdit} />
      <TextArea
        label="Desk note"
        description="For the desk only: it never leaves with the story."
        value={deskNote}
        onChange={(value) => actions.setField(id, 'deskNote', value)}
        isReadOnly={!mayEdit}
      />
      <FieldProposals id={id} path="deskNote" label="Desk note" standing={standing.deskNote} />
    </>
  )
}

/** The languages of the newsroom, and the story's own where it is another. */
function languagesWith(language: string): readonly { readonly value: string; readonly label: string }[] {
  const known = NEWSROOM_SETTINGS.languages
  return (known.includes(language) ? known : [language, ...known]).map((value) => ({
    value,
    label: languageName(value),
  }))
}
