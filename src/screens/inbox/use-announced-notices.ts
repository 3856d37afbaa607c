import { useEffect, useRef } from 'react'
import { toldIn } from '../../store/inbox.ts'
import { useDesk } from '../../store/use-desk.ts'
import { announce } from '../../ui/announce.ts'
import { noticeSentence } from './notice-words.ts'

/** Has screen readers say what is told while one works; not what was there before, nor before somebody else worked here. */
export function useAnnouncedNotices(): void {
  const me = useDesk((state) => state.me?.id ?? '')
  const inbox = useDesk((state) => state.inbox)
  const heard = useRef<{ readonly person: string; readonly upTo: number } | null>(null)
  useEffect(() => {
    if (inbox.status !== 'ready') return
    const before = heard.current
    const told = toldIn(inbox)
    heard.current = { person: me, upTo: Math.max(0, ...told.map(({ sequence }) => sequence)) }
    if (before?.person !== me) return
    const fresh = told.filter(({ sequence, read }) => sequence > before.upTo && !read)
    const [newest] = fresh
    if (newest) announce(fresh.length === 1 ? noticeSentence(newest) : `${fresh.length} new notices`)
  }, [me, inbox])
}
