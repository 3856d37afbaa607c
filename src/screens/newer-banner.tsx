import type { ReactElement } from 'react'
import { useActions, useDesk } from '../store/use-desk.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'

/** A newer Stet is there. The page is never loaded anew by itself: somebody may be in the middle of a sentence. */
export function NewerBanner(): ReactElement | null {
  const isOutdated = useDesk((state) => state.isOutdated)
  const actions = useActions()
  if (!isOutdated) return null
  return (
    <Banner
      action={
        <Button size="small" onPress={() => actions.renew()}>
          Reload
        </Button>
      }
    >
      A new version of Stet is there. Reload when it suits you: what you wrote is kept.
    </Banner>
  )
}
