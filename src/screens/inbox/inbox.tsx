import type { ReactElement, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'
import { Link } from 'wouter'
import { personColour } from '../../domain/person.ts'
import type { InboxNotice } from '../../store/desk-state.ts'
import { toldIn, unreadIn } from '../../store/inbox.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Face } from '../../ui/face.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { ago, inFull } from '../desk/ago.ts'
import { besideRail } from '../beside-rail.ts'
import { useNow, ZONE } from '../use-now.ts'
import styles from './inbox.module.css'
import { noticeWords } from './notice-words.ts'

/** What the person at work was told of their stories, newest first; each leads to its story. */
export function Inbox({
  anchorRef,
  onClose,
}: {
  readonly anchorRef: RefObject<HTMLElement | null>
  readonly onClose: () => void
}): ReactElement {
  const inbox = useDesk((state) => state.inbox)
  const actions = useActions()
  const told = toldIn(inbox)
  const newest = told[0]?.sequence ?? 0
  return (
    <Popover
      triggerRef={anchorRef}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      placement={besideRail()}
      offset={8}
      className={styles['popover'] ?? ''}
    >
      <Dialog className={styles['inbox'] ?? ''}>
        <div className={styles['head']}>
          <Heading slot="title" className={classes(styles['title'])}>
            Notices
          </Heading>
          {unreadIn(inbox) === 0 ? null : (
            <Button
              kind="quiet"
              size="small"
              onPress={() => {
                actions.readInbox(newest)
              }}
            >
              Mark all as read
            </Button>
          )}
        </div>
        {told.length === 0 ? (
          <p className={styles['empty']}>{emptyWords(inbox)}</p>
        ) : (
          <ol className={styles['list']}>
            {told.map((notice) => (
              <li key={notice.sequence}>
                <NoticeLink
                  notice={notice}
                  onOpen={() => {
                    if (!notice.read) actions.readInbox(notice.sequence, notice.story)
                    onClose()
                  }}
                />
              </li>
            ))}
          </ol>
        )}
      </Dialog>
    </Popover>
  )
}

function NoticeLink({ notice, onOpen }: { readonly notice: InboxNotice; readonly onOpen: () => void }) {
  const now = useNow()
  const { before, title, after, note } = noticeWords(notice)
  return (
    <Link
      href={`/stories/${notice.story}${notice.kind === 'approved' ? '/digest' : ''}`}
      className={classes(styles['notice'], !notice.read && styles['unread'])}
      onClick={onOpen}
    >
      <Face name={notice.by.name} colour={personColour(notice.by.id)} hidden />
      <span className={styles['words']}>
        {notice.read ? null : <VisuallyHidden>Unread: </VisuallyHidden>}
        {before} <b>{title}</b>
        {after === '' ? null : ` ${after}`}
        {note === '' ? null : <span className={styles['note']}>{note}</span>}{' '}
        <time dateTime={notice.at} title={inFull(notice.at, ZONE)}>
          {ago(notice.at, now, ZONE)}
        </time>
      </span>
    </Link>
  )
}

function emptyWords(inbox: { readonly status: string; readonly message?: string }): string {
  if (inbox.status === 'failed') return inbox.message ?? ''
  if (inbox.status === 'loading') return 'Looking…'
  return 'Nothing yet. What others do with your stories is told here.'
}
