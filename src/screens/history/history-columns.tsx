import { useMemo, type ReactElement } from 'react'
import { contentHash } from '../../domain/content-hash.ts'
import { useDesk } from '../../store/use-desk.ts'
import { ComparisonRegion } from './comparison-region.tsx'
import styles from './history-page.module.css'
import { useContentNow } from './use-content-now.ts'
import { VersionList } from './version-list.tsx'
import { newestTwo, type VersionHead } from './version-words.ts'

/** The list of versions, and beside it what differs between two of them. */
export function HistoryColumns({
  id,
  heads,
}: {
  readonly id: string
  readonly heads: readonly VersionHead[]
}): ReactElement {
  const chosen = useDesk(({ histories }) => histories[id]?.compared)
  const isOpening = useDesk(({ stories }) => stories[id]?.phase === 'opening')
  const now = useContentNow(id, chosen === undefined)
  const newest = heads[0]?.hash
  const isKept = useMemo(() => now === null || contentHash(now) === newest, [now, newest])
  // Until it is known whether the newest version is how the story stands, nothing is compared by itself.
  const compared = chosen ?? (isOpening ? null : newestTwo(heads, isKept))
  return (
    <>
      <div className={styles['side']}>
        {heads.length === 0 ? (
          <p className={styles['message']}>
            There is no version yet: one is made at every step of the workflow, and when somebody keeps one.
          </p>
        ) : null}
        <VersionList id={id} heads={heads} compared={compared} />
      </div>
      {compared ? <ComparisonRegion id={id} heads={heads} compared={compared} /> : null}
    </>
  )
}
