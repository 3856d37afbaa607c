import { useEffect, useRef, type ReactElement } from 'react'
import { useDesk } from '../store/use-desk.ts'
import { announce } from '../ui/announce.ts'
import { Banner } from '../ui/banner.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { unsentWords } from './unsent-words.ts'

/** A connection that is back within this time was never missed. */
const PATIENCE_MS = 3000

/** Says on every page that the server can't be reached, and what can be done all the same. Its end is read out. */
export function ConnectionBanner(): ReactElement | null {
  const isDown = useDesk((state) => state.link?.isUp === false)
  const unsent = useDesk((state) => state.link?.unsent ?? 0)
  const isShown = useSettled(isDown, PATIENCE_MS)
  const wasShown = useRef(false)
  useEffect(() => {
    if (wasShown.current && !isShown) announce('The newsroom’s server is there again')
    else if (isShown) announce('The newsroom’s server can’t be reached; you can go on writing')
    wasShown.current = isShown
  }, [isShown])
  if (!isShown) return null
  return (
    <Banner tone="warn">
      <strong>Offline.</strong> You can go on writing
      {unsent === 0 ? '' : `: ${unsentWords(unsent)} ${unsent === 1 ? 'is' : 'are'} kept in this browser`}.
      New stories, decisions and steps such as “Approve” wait until the newsroom’s server is there again.
    </Banner>
  )
}
