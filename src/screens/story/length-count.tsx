import { useEffect, useRef, type ReactElement } from 'react'
import { countCharacters } from '../../domain/count-words.ts'
import type { Limit } from '../../domain/newsroom-settings.ts'
import { announce } from '../../ui/announce.ts'
import { MeterCount, meterLevel } from '../../ui/meter.tsx'

/** "57 / 90": how long a text is, always there, never a block. Growing too long is said once to screen readers. */
export function LengthCount({
  id,
  label,
  text,
  limit,
}: {
  /** For the field that it describes. */
  readonly id: string
  readonly label: string
  readonly text: string
  readonly limit: Limit
}): ReactElement {
  const characters = countCharacters(text)
  const level = meterLevel(characters, limit)
  const last = useRef(level)
  useEffect(() => {
    if (last.current === level) return
    last.current = level
    if (level === 'quiet') return
    announce(level === 'reminder' ? `${label} is long` : `${label} is too long`)
  }, [label, level])
  return <MeterCount id={id} value={characters} limit={limit} />
}
