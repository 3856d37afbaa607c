import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react'
import type { ReportedFlag } from '../../domain/checks/check-report.ts'
import type { FlagKind } from '../../domain/checks/flag.ts'
import { shortcutText } from '../../editor/shortcuts.ts'
import { useOpenStory } from '../../store/use-desk.ts'
import { Select } from '../../ui/select.tsx'
import { useCheckWays, useLookedAt } from './checks/check-desk.tsx'
import { FLAG_KEYS } from './checks/check-keys.ts'
import { CheckNotes } from './checks/check-notes.tsx'
import styles from './checks/checks.module.css'
import { FlagRow } from './checks/flag-row.tsx'
import { KIND_LABELS } from './checks/flag-words.ts'
import { IgnoredList } from './checks/ignored-list.tsx'
import { ReadabilityFigures } from './checks/readability-figures.tsx'
import { onMac } from './on-mac.ts'

const KINDS = Object.keys(KIND_LABELS) as readonly FlagKind[]

/** Everything that the checks found, in reading order, with what can be done about it; then how the story reads. */
export function ChecksTab({ id }: { readonly id: string }): ReactElement | null {
  const report = useOpenStory(id, (story) => story.checks)
  const looked = useLookedAt()
  const ways = useCheckWays()
  const list = useRef<HTMLOListElement>(null)
  const [chosen, setChosen] = useState<FlagKind | ''>('')
  const open = useCallback((flag: ReportedFlag) => ways?.goTo(flag), [ways])
  const done = useCallback(() => ways?.look(null), [ways])
  useEffect(() => {
    if (looked === null || list.current?.contains(document.activeElement) === true) return
    const row = list.current?.querySelector(`[data-flag-row="${CSS.escape(looked.id)}"]`)
    // Where text and list are scrolled as one, the text that is gone to would go out of sight.
    if (row && scrollsAlone(row)) row.scrollIntoView({ block: 'nearest' })
  }, [looked])
  if (!report) return null
  const kind = report.flags.some((flag) => flag.kind === chosen) ? chosen : ''
  const shown = report.flags.filter((flag) => kind === '' || flag.kind === kind)
  return (
    <div className={styles['tab']}>
      <CheckNotes report={report} />
      {report.flags.length === 0 ? (
        <p className={styles['nothing']}>
          {report.isComplete ? 'The checks found nothing.' : 'The checks have found nothing so far.'}
        </p>
      ) : (
        <>
          <div className={styles['filter']}>
            <Select
              label="Kind"
              size="small"
              value={kind}
              options={[
                { value: '', label: `All kinds (${report.flags.length})` },
                ...KINDS.map((one) => ({
                  value: one,
                  label: `${KIND_LABELS[one]} (${report.flags.filter((flag) => flag.kind === one).length})`,
                })),
              ]}
              onChange={setChosen}
            />
          </div>
          <p className={styles['keys']}>
            {shortcutText(FLAG_KEYS.next.keys[0], onMac())} goes to the next one, wherever you are.
          </p>
          <ol ref={list} className={styles['list']} aria-label="Found by the checks">
            {shown.map((flag) => (
              <FlagRow
                key={flag.id}
                id={id}
                flag={flag}
                isActive={looked?.id === flag.id}
                onOpen={open}
                onDone={done}
              />
            ))}
          </ol>
        </>
      )}
      <IgnoredList id={id} ignored={report.ignored} />
      {report.readability ? <ReadabilityFigures figures={report.readability} /> : null}
    </div>
  )
}

/** Is what scrolls it apart from the text? */
function scrollsAlone(element: Element): boolean {
  let box = element.parentElement
  while (box && !(box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY)))
    box = box.parentElement
  return box !== null && box.querySelector('[data-region=text]') === null
}
