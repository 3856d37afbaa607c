import { useMemo, type ReactElement } from 'react'
import { DIGEST_AREAS } from '../../domain/compare/digest-change.ts'
import type { Digest } from '../../domain/compare/digest.ts'
import { useDesk, useOpenStory } from '../../store/use-desk.ts'
import { inFull } from '../desk/ago.ts'
import { ZONE } from '../use-now.ts'
import { DigestItem } from './digest-item.tsx'
import styles from './digest-page.module.css'
import type { DigestSpan } from './digest-span.ts'
import { DigestTotals } from './digest-totals.tsx'
import { AREA_NAMES } from './digest-words.ts'
import { reasonsOf } from './reasons-of.ts'
import { useAnswer } from './use-answer.ts'
import { useHeadline } from './use-headline.ts'
import { useVersionContent } from './use-version-content.ts'

const NOTHING: readonly never[] = []

/** All that the desk changed, part by part, with who suggested it and why. */
export function DigestArticle({
  id,
  span,
}: {
  readonly id: string
  readonly span: DigestSpan
}): ReactElement {
  const headline = useHeadline(id)
  const from = useVersionContent(id, span.from.number)
  const to = useVersionContent(id, span.to)
  const verdicts = useDesk(({ histories: { [id]: history } }) =>
    history?.verdicts?.status === 'ready' ? history.verdicts.value : NOTHING,
  )
  const people = useDesk((state) => state.people)
  const threads = useOpenStory(id, (story) => story.threads) ?? NOTHING
  const question = useMemo(
    () =>
      from.content && to.content
        ? { from: from.content, to: to.content, verdicts, people, reasons: reasonsOf(threads) }
        : null,
    [from.content, to.content, verdicts, people, threads],
  )
  const answer = useAnswer('digest', question)
  const problem = from.problem || to.problem || (answer?.ok === false ? answer.message : '')
  return (
    <article className={styles['article']} aria-label="Digest" aria-busy={answer === null}>
      <h2 className={styles['headline']}>{headline}</h2>
      <p className={styles['span']}>
        {beginning(span)} {ending(span)}
      </p>
      {problem !== '' ? (
        <p role="alert">{problem}</p>
      ) : answer?.ok ? (
        <Changes digest={answer.value} />
      ) : (
        <p>Comparing…</p>
      )}
    </article>
  )
}

function Changes({ digest }: { readonly digest: Digest }): ReactElement {
  if (digest.changes.length === 0) return <p>Nothing was changed, word for word and field for field.</p>
  return (
    <>
      <DigestTotals counts={digest.counts} />
      {DIGEST_AREAS.map((area) => {
        const changes = digest.changes.filter((change) => change.area === area)
        return changes.length === 0 ? null : (
          <section key={area} className={styles['area']} aria-label={AREA_NAMES[area]}>
            <h3>{AREA_NAMES[area]}</h3>
            <ol className={styles['changes']}>
              {changes.map((change, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- the list is drawn once
                <DigestItem key={index} change={change} />
              ))}
            </ol>
          </section>
        )
      })}
    </>
  )
}

const beginning = ({ from }: DigestSpan): string =>
  `${from.why === 'submit' ? 'From its submission' : 'Since it was approved'} (${from.by.name}, ${inFull(from.at, ZONE)})`

const ending = ({ approval }: DigestSpan): string =>
  approval
    ? `to its approval (${approval.by.name}, ${inFull(approval.at, ZONE)}).`
    : 'to now: it is not approved yet.'
