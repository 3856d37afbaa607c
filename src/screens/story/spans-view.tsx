import type { ReactElement, ReactNode } from 'react'
import type { Marks, Span } from '../../domain/story-content.ts'

/** Runs of text with their formats. A link is drawn without its address followed: this is a view, not the paper. */
export function SpansView({ spans }: { readonly spans: readonly Span[] }): ReactElement {
  return (
    <>
      {spans.map((span, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- runs have no other name, and are never moved about
        <Marked key={index} marks={span.marks}>
          {'text' in span ? span.text : 'lineBreak' in span ? <br /> : '□'}
        </Marked>
      ))}
    </>
  )
}

function Marked({ marks, children }: { readonly marks: Marks; readonly children: ReactNode }): ReactElement {
  let node = children
  if (marks.italic) node = <em>{node}</em>
  if (marks.bold) node = <strong>{node}</strong>
  if (marks.link !== undefined) node = <u title={marks.link}>{node}</u>
  if (marks.note) node = <mark title="Note for the desk">{node}</mark>
  return <>{node}</>
}
