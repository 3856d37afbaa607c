import { useMemo, type ReactElement, type ReactNode } from 'react'
import { bylineText } from '../../domain/byline.ts'
import { personColour } from '../../domain/person.ts'
import { lineChanges, type LinePiece } from '../../domain/suggestions/line-changes.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { classes } from '../../ui/classes.ts'
import { isToGo, shownAuthors, shownValue } from './changes/shown-value.ts'
import { useProposals } from './changes/use-shown-value.ts'
import { useGoToPanel } from './use-go-to-panel.ts'
import styles from './proof.module.css'
import { proofLine } from './story-lines.ts'
import { textLanguage } from './text-direction.ts'

const NOBODY: readonly never[] = []

/**
 * Headline, dek and byline as the reader will get them, over the body. Drawn from the panels, and not to be typed in:
 * a click goes to the panel. With the keyboard the panels themselves are as near, so these are no stops for Tab.
 */
export function Proof({ id }: { readonly id: string }): ReactElement {
  const language = useOpenStory(id, (story) => story.fields.language) ?? ''
  return (
    <header className={styles['proof']}>
      <div {...textLanguage(language)}>
        <h1 className={styles['headline']}>
          <ProofText id={id} name="headline" missing="Untitled" />
        </h1>
        <p className={styles['dek']}>
          <ProofText id={id} name="dek" missing="No dek yet" />
        </p>
      </div>
      <ProofLine id={id} />
    </header>
  )
}

function ProofText({
  id,
  name,
  missing,
}: {
  readonly id: string
  readonly name: 'headline' | 'dek'
  readonly missing: string
}): ReactElement {
  const text = useOpenStory(id, (story) => story[name]) ?? ''
  const suggestions = useOpenStory(id, (story) => story.suggestions)
  const doc = useOpenStory(id, (story) => story.session.doc)
  const pieces = useMemo(
    () => (doc ? lineChanges(doc, name) : []),
    // oxlint-disable-next-line react/exhaustive-deps -- the document changes in place: its text and suggestions say when
    [doc, name, text, suggestions],
  )
  const isEmpty = pieces.every((piece) => piece.text.trim() === '')
  return (
    <ProofButton panel={name} isEmpty={isEmpty}>
      {isEmpty ? missing : pieces.map((piece) => <ProofPiece key={piece.at} piece={piece} />)}
    </ProofButton>
  )
}

function ProofPiece({ piece: { text, inserted, deleted } }: { readonly piece: LinePiece }): ReactNode {
  if (deleted !== '')
    return (
      <del className={styles['cut']} data-person={personColour(deleted)}>
        {text}
      </del>
    )
  if (inserted === '') return text
  return (
    <ins className={styles['added']} data-person={personColour(inserted)}>
      {text}
    </ins>
  )
}

function ProofLine({ id }: { readonly id: string }): ReactElement {
  const authors = useOpenStory(id, (story) => story.authors) ?? NOBODY
  const organisation = useOpenStory(id, (story) => story.fields.organisation) ?? ''
  const place = useOpenStory(id, (story) => story.fields.place) ?? ''
  const date = useOpenStory(id, (story) => story.fields.date) ?? ''
  const source = useOpenStory(id, (story) => story.fields.source) ?? ''
  // Like headline and dek: as it will be.
  const proposals = useProposals(id)
  const will = (name: string, standing: string): string => shownValue(proposals, name, null, standing)
  const byline = bylineText(
    shownAuthors(authors, proposals, null).filter((author) => !isToGo(proposals, 'author', author.id)),
    will('organisation', organisation),
  )
  const line = proofLine(byline, {
    place: will('place', place),
    date: will('date', date),
    source: will('source', source),
  })
  return (
    <p className={styles['line']}>
      <ProofButton panel={byline === '' && line !== '' ? 'dateline' : 'byline'} isEmpty={line === ''}>
        {line === '' ? 'No byline yet' : line}
      </ProofButton>
    </p>
  )
}

function ProofButton({
  panel,
  isEmpty,
  children,
}: {
  readonly panel: string
  readonly isEmpty: boolean
  readonly children: ReactNode
}): ReactElement {
  const goToPanel = useGoToPanel()
  return (
    <button
      type="button"
      tabIndex={-1}
      title={`Go to the ${panel}`}
      className={classes(styles['button'], isEmpty && styles['empty'])}
      onClick={() => goToPanel(panel)}
    >
      {children}
    </button>
  )
}
