import { useState } from 'react'
import { useLocation } from 'wouter'
import { NEWSROOM_SETTINGS } from '../../domain/newsroom-settings.ts'
import { useActions } from '../../store/use-desk.ts'
import { randomId } from '../random-id.ts'
import { SAMPLE_COPY } from './sample-copy.ts'

/** Makes a story from the sample, by the same way that any wire copy takes, and opens it. */
export function useSampleStory(): { readonly trySample: () => void; readonly isBusy: boolean } {
  const actions = useActions()
  const [, navigate] = useLocation()
  const [isBusy, setBusy] = useState(false)

  async function make(): Promise<void> {
    setBusy(true)
    const { importCopy, toContent } = await import('../../formats/import-copy.ts')
    const read = importCopy({ text: SAMPLE_COPY, name: 'Sample story' }, NEWSROOM_SETTINGS)
    setBusy(false)
    if (!read.ok) return actions.notify('problem', read.message)
    if (read.kind !== 'copy') return
    const content = toContent(read.recognition, NEWSROOM_SETTINGS, randomId)
    navigate(`/stories/${actions.importStory(content, read.source, [])}`)
  }
  return {
    isBusy,
    trySample: () => {
      void make()
    },
  }
}
