import { useEffect } from 'react'
import { announce } from './announce.ts'

let shown = ''

/** Names the page in the browser's tab, and says so to screen readers when another page was shown before. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Stet`
    const [page = ''] = title.split(':')
    if (shown !== '' && shown !== page) announce(title)
    shown = page
  }, [title])
}
