import { Newspaper, Settings } from 'lucide-react'
import type { ComponentType, ReactElement, ReactNode } from 'react'
import { TooltipTrigger } from 'react-aria-components/Tooltip'
import { Focusable } from 'react-aria-components/Focusable'
import { Link, useRoute } from 'wouter'
import { useActions, useDesk } from '../store/use-desk.ts'
import { classes } from '../ui/classes.ts'
import { Hint } from '../ui/hint.tsx'
import { LiveRegion } from '../ui/live-region.tsx'
import { NoticeList } from '../ui/notice-list.tsx'
import styles from './app-frame.module.css'
import { InsecureBanner } from './insecure-banner.tsx'
import { PersonSwitcher } from './person-switcher.tsx'
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
        <RailLink href="/" name="Desk" icon={Newspaper} holds="/stories/*" />
        <span className={styles['gap']} />
        <PersonSwitcher />
        <RailLink href="/settings" name="Settings" icon={Settings} />
      </nav>
      <div className={styles['page']}>
        <InsecureBanner />
        {children}
      </div>
      <Notices />
      <LiveRegion />
      <Welcome />
    </div>
  )
}

function RailLink({
  href,
  name,
  icon: Icon,
  holds = href,
}: {
  readonly href: string
  readonly name: string
  /** Pages that belong to this one: its place is marked on them, too. */
  readonly holds?: string
  readonly icon: ComponentType<{ readonly className: string; readonly 'aria-hidden': boolean }>
}) {
  const [isHere] = useRoute(href)
  const [isWithin] = useRoute(holds)
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
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
      <Hint placement="right">{name}</Hint>
    </TooltipTrigger>
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
  return (
    <NoticeList
      notices={notices}
      onDismiss={(id) => {
        actions.dismiss(id)
      }}
      onOffer={(id) => {
        actions.takeOffer(id)
      }}
    />
  )
}
