import { useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { unsentWords } from '../unsent-words.ts'
import { Panel } from './panel.tsx'
import styles from './settings-page.module.css'
import { useStorageFacts } from './use-storage-facts.ts'

const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`

/** Where things are kept. */
export function StoragePanel() {
  const place = useDesk((state) => state.place)
  return <Panel name="Storage">{place === 'server' ? <OnServer /> : <InBrowser />}</Panel>
}

/** The newsroom's server has everything; what a browser has is what is on its way there, and copies to read offline. */
function OnServer() {
  const unsent = useDesk((state) => state.link?.unsent ?? 0)
  const isUp = useDesk((state) => state.link?.isUp !== false)
  return (
    <>
      <p>
        Stories, versions and pictures are kept on your newsroom’s server, {location.host}. What you write
        goes there as you type.
      </p>
      <dl className={styles['facts']}>
        <dt>Server</dt>
        <dd>{isUp ? 'Connected' : 'Can’t be reached just now'}</dd>
        <dt>Unsent</dt>
        <dd>{unsent === 0 ? 'Nothing waits in this browser' : `${unsentWords(unsent)} in this browser`}</dd>
      </dl>
      <p className={styles['about']}>
        Without a connection you can go on writing: what is not sent stays in this browser, also when it is
        closed, and goes out when the server is there again.
      </p>
    </>
  )
}

/** What this browser keeps, and whether it may throw it away. */
function InBrowser() {
  const { facts, persist, wasRefused } = useStorageFacts()
  if (facts.kind === 'unknown') {
    return (
      <p>
        This browser does not say how much it stores. It does so on https addresses and on localhost; open
        Stet there to be sure that stories are kept.
      </p>
    )
  }
  return (
    <>
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
    </>
  )
}
