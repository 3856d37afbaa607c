import { ChevronUp, X } from 'lucide-react'
import type { ReactElement } from 'react'
import type { Author } from '../../domain/story-content.ts'
import { useActions } from '../../store/use-desk.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FieldFlags } from './checks/field-flags.tsx'
import { FieldProposals } from './changes/field-proposals.tsx'
import styles from './byline-panel.module.css'

/** One person of the byline. */
export function AuthorRow({
  storyId,
  author,
  standing,
  isToGo,
  isFirst,
  mayEdit,
}: {
  readonly storyId: string
  /** As it is shown: with one's own proposals while suggesting. */
  readonly author: Author
  /** As it stands. */
  readonly standing: Author
  /** Somebody suggests to take it out. */
  readonly isToGo: boolean
  readonly isFirst: boolean
  readonly mayEdit: boolean
}): ReactElement {
  const actions = useActions()
  const who = author.name.trim() === '' ? 'this author' : author.name.trim()
  const proposed = (part: '' | 'name' | 'role' | 'at', label: string, now: string): ReactElement => (
    <FieldProposals id={storyId} path={`author:${author.id}:${part}`} label={label} standing={now} />
  )
  return (
    <div>
      <div className={styles['row']} data-author={author.id} data-to-go={isToGo || undefined}>
        <TextField
          label="Name"
          labelHidden
          placeholder="Name"
          value={author.name}
          onChange={(name) => actions.setAuthor(storyId, author.id, { name })}
          isReadOnly={!mayEdit}
          autoComplete="off"
        />
        <TextField
          label="Role"
          labelHidden
          placeholder="Role"
          value={author.role}
          onChange={(role) => actions.setAuthor(storyId, author.id, { role })}
          isReadOnly={!mayEdit}
          autoComplete="off"
        />
        {mayEdit ? (
          <div className={styles['buttons']}>
            <IconButton
              label={`Move ${who} up`}
              size="small"
              icon={<ChevronUp aria-hidden />}
              isDisabled={isFirst}
              onPress={() => actions.raiseAuthor(storyId, author.id)}
            />
            <IconButton
              label={`Remove ${who}`}
              size="small"
              icon={<X aria-hidden />}
              onPress={() => actions.removeAuthor(storyId, author.id)}
            />
          </div>
        ) : null}
      </div>
      <FieldFlags id={storyId} field={`author:${author.id}:name`} />
      {proposed('', 'Author', '')}
      {proposed('name', 'Name', standing.name)}
      {proposed('role', 'Role', standing.role)}
      {proposed('at', 'Place in the byline', '')}
    </div>
  )
}
