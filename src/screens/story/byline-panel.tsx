import { Plus } from 'lucide-react'
import { useEffect, useRef, type ReactElement } from 'react'
import { bylineText } from '../../domain/byline.ts'
import { useActions, useOpenStory } from '../../store/use-desk.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { AuthorRow } from './author-row.tsx'
import { FieldProposals } from './changes/field-proposals.tsx'
import { isToGo, shownAuthors, shownValue } from './changes/shown-value.ts'
import { useProposals, useWhoseShown } from './changes/use-shown-value.ts'
import styles from './byline-panel.module.css'
import { Panel } from './panel.tsx'
import { useMayEdit } from './use-may-edit.ts'

const NOBODY: readonly never[] = []

/** Who wrote it: people with their roles, in the order in which readers see them, and an organisation. */
export function BylinePanel({ id }: { readonly id: string }): ReactElement {
  const standing = useOpenStory(id, (story) => story.authors) ?? NOBODY
  const organisationNow = useOpenStory(id, (story) => story.fields.organisation) ?? ''
  const proposals = useProposals(id)
  const whose = useWhoseShown(id)
  const authors = shownAuthors(standing, proposals, whose)
  const organisation = shownValue(proposals, 'organisation', whose, organisationNow)
  const mayEdit = useMayEdit(id)
  const actions = useActions()
  const rows = useRef<HTMLDivElement>(null)
  const wantsNewRow = useRef(false)
  useEffect(() => {
    const last = rows.current?.lastElementChild
    if (!wantsNewRow.current || authors.length === 0) return
    wantsNewRow.current = false
    last?.querySelector('input')?.focus()
  }, [authors.length])

  const preview = bylineText(
    authors.filter((author) => !isToGo(proposals, 'author', author.id)),
    organisation,
  )
  return (
    <Panel
      name="byline"
      label="Byline"
      aside={
        mayEdit ? (
          <IconButton
            label="Add author"
            size="small"
            icon={<Plus aria-hidden />}
            onPress={() => {
              wantsNewRow.current = true
              actions.addAuthor(id)
            }}
          />
        ) : null
      }
    >
      <div ref={rows} className={styles['rows']}>
        {authors.map((author, index) => (
          <AuthorRow
            key={author.id}
            storyId={id}
            author={author}
            standing={standing.find((one) => one.id === author.id) ?? author}
            isToGo={isToGo(proposals, 'author', author.id)}
            isFirst={index === 0}
            mayEdit={mayEdit}
          />
        ))}
      </div>
      <TextField
        label="Organisation"
        labelHidden
        placeholder="Organisation"
        value={organisation}
        onChange={(value) => actions.setField(id, 'organisation', value)}
        isReadOnly={!mayEdit}
        autoComplete="off"
      />
      <FieldProposals id={id} path="organisation" label="Organisation" standing={organisationNow} />
      <p className={styles['preview']}>{preview === '' ? 'No byline yet' : preview}</p>
    </Panel>
  )
}
