import { Button } from '../../ui/button.tsx'
import { Panel } from './panel.tsx'
import styles from './settings-page.module.css'
import { useStorageFacts } from './use-storage-facts.ts'

const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

/** What this browser keeps, and whether it may throw it away. */
export function StoragePanel() {
  const { facts, persist, wasRefused } = useStorageFacts()
  if (facts.kind === 'unknown') {
    return (
      <Panel name="Storage">
        <p>
          This browser does not say how much it stores. It does so on https addresses and on localhost; open
          Stet there to be sure that stories are kept.
        </p>
      </Panel>
    )
  }
  return (
    <Panel name="Storage">
      {facts.kind === 'asking' ? null : (
        <dl className={styles['facts']}>
          <dt>Stored</dt>
          <dd>
            {megabytes(facts.usage)} of {megabytes(facts.quota)} that this browser allows
          </dd>
          <dt>Kept</dt>
          <dd>
            {facts.isPersistent
              ? 'Until you delete it: this browser will not clear it by itself'
              : 'This browser may clear it when the disk is nearly full'}
          </dd>
        </dl>
      )}
      {facts.kind === 'known' && !facts.isPersistent ? (
        <div className={styles['buttons']}>
          <Button onPress={persist}>Keep stories permanently</Button>
        </div>
      ) : null}
      <output>
        {wasRefused
          ? 'The browser did not agree. It often does once Stet is bookmarked or installed; your stories are safe meanwhile unless the disk runs full.'
          : ''}
      </output>
    </Panel>
  )
}
