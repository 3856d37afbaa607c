import type { DeskState, InboxNotice } from './desk-state.ts'

type Inbox = DeskState['inbox']

/** What is in an inbox; nothing while it is not known. */
export const toldIn = (inbox: Inbox): readonly InboxNotice[] => (inbox.status === 'ready' ? inbox.value : [])

/** How much of it is unread. */
export const unreadIn = (inbox: Inbox): number => toldIn(inbox).filter(({ read }) => !read).length

/** The inbox once all that it says up to a sequence is read, or that of one story. */
export function markRead(inbox: Inbox, upTo: number, story?: string): Inbox {
  if (inbox.status !== 'ready') return inbox
  const isRead = (notice: InboxNotice): boolean =>
    notice.sequence <= upTo && (story ?? notice.story) === notice.story
  return {
    status: 'ready',
    value: inbox.value.map((notice) => (isRead(notice) ? Object.assign({}, notice, { read: true }) : notice)),
  }
}
