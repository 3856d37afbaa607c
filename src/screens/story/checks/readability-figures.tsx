import type { ReactElement } from 'react'
import type { HardSentence, Readability } from '../../../domain/checks/check-report.ts'
import { useJump } from '../use-jump.ts'
import styles from './checks.module.css'

const one = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

/** How the story reads, in small figures, with the way to its hardest sentences. */
export function ReadabilityFigures({ figures }: { readonly figures: Readability }): ReactElement {
  const jump = useJump()
  const go = ({ range: { place, from } }: HardSentence): void => {
    if (place.to === 'text') jump({ to: 'text', text: place.text, at: { block: place.block, offset: from } })
  }
  return (
    <section className={styles['figures']} aria-label="Readability">
      <h2>Readability</h2>
      <dl>
        <Figure name="Words a sentence" value={one.format(figures.wordsPerSentence)} />
        <Figure name="Sentences a paragraph" value={one.format(figures.sentencesPerParagraph)} />
        <Figure name="Passive" value={percent.format(figures.passive)} />
        {figures.ease === null ? null : (
          <Figure name="Reading ease (0 to 100)" value={String(Math.round(figures.ease))} />
        )}
      </dl>
      {figures.hardest.length === 0 ? null : (
        <ul aria-label="Longest sentences">
          {figures.hardest.map((sentence) => (
            <li key={JSON.stringify(sentence.range)}>
              <button type="button" className={styles['jump']} onClick={() => go(sentence)}>
                A sentence of {sentence.words} words{sentence.isPassive ? ', in the passive' : ''}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
