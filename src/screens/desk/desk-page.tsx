import { ClipboardPaste, Plus } from 'lucide-react'
import type { ReactElement } from 'react'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { ListState } from '../../store/desk-state.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { announce } from '../../ui/announce.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { usePageTitle } from '../../ui/page-title.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './desk-page.module.css'
import { EmptyDesk } from './empty-desk.tsx'
import { QueueList } from './queue-list.tsx'
import type { Queue } from './queues.ts'
import { addressOf, countOf, queueOf, queuesOf } from './queues.ts'
import { StoryGrid } from './story-grid.tsx'
import { useSearch } from './use-search.ts'
import { useSlashKey } from './use-slash-key.ts'
import { AtWork } from '../here/at-work.tsx'
import { lazyPart } from '../lazy-part.tsx'

const ImportDialog = lazyPart(() => import('../import/import-dialog.tsx'), 'ImportDialog', 'floating')

/** The list of all stories that people work from. The queue stands in the address. */
export function DeskPage(): ReactElement {
  const actions = useActions()
  const list = useDesk((state) => state.list)
  const [, navigate] = useLocation()
  const [parameters] = useSearchParams()
  const role = useDesk((state) => state.me?.role ?? 'reporter')
  const queue = queueOf(parameters.get('queue') ?? '', role)
  const [search, setSearch] = useSearch(queue)
  const [isImporting, setImporting] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  const hasSlash = useDesk((state) => state.preferences.slash !== 'off')
  useEffect(() => {
    actions.walkTo(null)
  }, [actions])
  useSlashKey(searchRef, hasSlash)
  usePageTitle(queue.id === '' ? 'Desk' : `${queue.name}: Desk`)
  useAnnouncedTotal(list, queue)

  const { counts, own, total, status, query } = list
  const queues = queuesOf(role)
  const count = (item: Queue): number | null => countOf(item, counts, own)
  const newStory = (): void => {
    navigate(`/stories/${actions.newStory()}`)
  }
  return (
    <main className={styles['desk']}>
      <header className={styles['top']}>
        <h1 className={styles['title']}>Desk</h1>
        <div className={styles['search']}>
          <SearchField
            label="Search stories"
            value={search}
            onChange={setSearch}
            shortcut={hasSlash ? '/' : ''}
            inputRef={searchRef}
          />
        </div>
        <span className={styles['gap']} />
        <AtWork />
        <Button
          icon={<ClipboardPaste aria-hidden />}
          onPress={() => {
            setImporting(true)
          }}
        >
          Import copy
        </Button>
        <Button kind="primary" icon={<Plus aria-hidden />} onPress={newStory}>
          New story
        </Button>
      </header>
      {status === 'failed' ? (
        <div className={styles['banner']}>
          <Banner
            tone="error"
            action={
              <Button
                onPress={() => {
                  actions.showQueue({})
                }}
              >
                Try again
              </Button>
            }
          >
            {list.message}
          </Banner>
        </div>
      ) : null}
      <QueueList queues={queues} here={queue} count={count} />
      <div className={styles['pick']}>
        <Select
          label="Queue"
          labelHidden
          value={queue.id}
          options={queues.map((item) => ({ value: item.id, label: named(item, count(item)) }))}
          onChange={(id) => {
            navigate(addressOf(queueOf(id, role)))
          }}
        />
      </div>
      <div className={styles['list']}>
        {status === 'ready' && total === 0 ? (
          <EmptyDesk
            queue={queue}
            search={query.search}
            isFirst={counts !== null && Object.values(counts).every((count) => count === 0)}
            onClear={() => {
              setSearch('')
              searchRef.current?.focus()
            }}
          />
        ) : (
          <StoryGrid list={list} queue={queue} onNewStory={newStory} />
        )}
      </div>
      {isImporting ? (
        <Suspense fallback={null}>
          <ImportDialog
            onClose={() => {
              setImporting(false)
            }}
          />
        </Suspense>
      ) : null}
    </main>
  )
}

const named = (queue: Queue, count: number | null): string =>
  count === null ? queue.name : `${queue.name} (${count.toLocaleString('en-GB')})`

/** Tells screen readers how many stories a search or a queue has, once the answer is there. */
function useAnnouncedTotal({ status, total, isMore, query: { search } }: ListState, queue: Queue): void {
  const told = useRef('')
  useEffect(() => {
    if (status !== 'ready') return
    const asked = `${queue.id}?${search}`
    if (told.current !== '' && told.current !== asked) {
      const count = total.toLocaleString('en-GB')
      const stories = total === 1 ? '1 story' : `${isMore ? `more than ${count}` : count} stories`
      announce(search === '' ? `${queue.name}: ${stories}` : `${stories} found`)
    }
    told.current = asked
  }, [status, total, isMore, search, queue])
}
