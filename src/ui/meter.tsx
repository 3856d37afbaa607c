import { classes } from './classes.ts'
import styles from './meter.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Lengths from which a text is called long and too long. Never a block. */
export type MeterLimit = { readonly reminder: number; readonly warning: number }

export type MeterLevel = 'quiet' | 'reminder' | 'warning'

export function meterLevel(value: number, limit: MeterLimit): MeterLevel {
  if (value >= limit.warning) return 'warning'
  return value >= limit.reminder ? 'reminder' : 'quiet'
}

/** The count beside a label: "57 / 90". What the colour says is said in words too. */
export function MeterCount({
  id,
  value,
  limit,
}: {
  readonly id?: string
  readonly value: number
  readonly limit: MeterLimit
}) {
  const level = meterLevel(value, limit)
  const aim = level === 'quiet' ? limit.reminder : limit.warning
  return (
    <span id={id} className={classes(styles['count'], styles[level])}>
      <span aria-hidden>
        {level === 'quiet' ? '' : `${SAID[level]} · `}
        {value} / {aim}
      </span>
      <VisuallyHidden>
        {value} of {aim} characters{level === 'quiet' ? '' : `, ${SAID[level].toLowerCase()}`}
      </VisuallyHidden>
    </span>
  )
}

/** The same as a thin bar under a field; nothing for a screen reader. */
export function MeterBar({ value, limit }: { readonly value: number; readonly limit: MeterLimit }) {
  const level = meterLevel(value, limit)
  return (
    <svg
      className={classes(styles['bar'], styles[level])}
      viewBox="0 0 100 3"
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect width={Math.min(100, (100 * value) / limit.reminder)} height="3" />
    </svg>
  )
}

const SAID = { reminder: 'Long', warning: 'Too long' } as const
