import { Newspaper, Settings } from 'lucide-react'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import { Focusable } from 'react-aria-components/Focusable'
import { Link, useRoute } from 'wouter'
import type { Notice } from '../store/desk-state.ts'
import { useActions, useDesk } from '../store/use-desk.ts'
import { classes } from '../ui/classes.ts'
import { Hinted } from '../ui/hinted.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { NoticeList, type NoticeItem } from '../ui/notice-list.tsx'
import styles from './app-frame.module.css'
import { addressOf } from './desk/queues.ts'
import { Bell } from './inbox/bell.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { InsecureBanner } from './insecure-banner.tsx'
import { NewerBanner } from './newer-banner.tsx'
import { PersonSwitcher } from './person-switcher.tsx'
import { useNextStory, useQueueOnTheWay } from './use-next-story.ts'
import { Welcome } from './welcome/welcome.tsx'

/** What stands around every page: the rail with the ways through the app, notices, and the first visit's dialog. */
export function AppFrame({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div className={styles['app']}>
      <nav className={styles['rail']} aria-label="Stet">
        <a className={styles['skip']} href="#main" onClick={skipToPage}>
          Skip to the page
        </a>
        <Link href="/" className={styles['mark'] ?? ''} aria-hidden tabIndex={-1}>
          st
        </Link>
        <DeskLink />
        <Bell />
        <span className={styles['gap']} />
        <PersonSwitcher />
        <RailLink href="/settings" name="Settings" icon={Settings} />
      </nav>
      <div className={styles['page']}>
        <InsecureBanner />
        <NewerBanner />
        <ConnectionBanner />
        {children}
      </div>
      <Notices />
      <LiveRegion />
      <Welcome />
    </div>
  )
}

/** From a story it leads back to the queue that the story was reached from. */
function DeskLink() {
  const queue = useQueueOnTheWay()
  const [isStory] = useRoute('/stories/*')
  return (
    <RailLink
      href={isStory ? addressOf(queue) : '/'}
      page="/"
      name="Desk"
      icon={Newspaper}
      holds="/stories/*"
    />
  )
}

function RailLink({
  href,
  name,
  icon: Icon,
  page = href,
  holds = page,
}: {
  readonly href: string
  /** The page that it leads to, where `href` says more than that. */
  readonly page?: string
  readonly name: string
  /** Pages that belong to this one: its place is marked on them, too. */
  readonly holds?: string
  readonly icon: ComponentType<{ readonly className: string; readonly 'aria-hidden': boolean }>
}) {
  const [isHere] = useRoute(page)
  const [isWithin] = useRoute(holds)
  return (
    <Hinted hint={name} placement="right" delay={400}>
      <Focusable>
        <Link
          href={href}
          className={classes(styles['link'], (isHere || isWithin) && styles['here'])}
          aria-label={name}
          aria-current={isHere ? 'page' : undefined}
        >
          <Icon className={styles['icon'] ?? ''} aria-hidden />
        </Link>
      </Focusable>
    </Hinted>
  )
}

/** The address has no fragments to go to: every page's own <main> is the target. */
function skipToPage(event: { preventDefault: () => void }): void {
  event.preventDefault()
  const main = document.querySelector('main')
  main?.setAttribute('tabindex', '-1')
  main?.focus()
}

function Notices() {
  const notices = useDesk((state) => state.notices)
  const actions = useActions()
  const [, here] = useRoute('/stories/:id')
  const id = here?.id ?? ''
  const on = useNextStory(id)
  const leadOn = (notice: Notice): NoticeItem =>
    on?.hasNext === true && notice.about === id
      ? { ...notice, way: { label: `Next in “${on.queue.name}”`, go: on.go } }
      : notice
  return (
    <NoticeList
      notices={notices.map(leadOn)}
      onDismiss={(id) => {
        actions.dismiss(id)
      }}
      onOffer={(id) => {
        actions.takeOffer(id)
      }}
    />
  )
}
