import { useEffect } from 'react'
import type { StoryContent } from '../../domain/story-content.ts'
import type { VersionName } from '../../store/story-history.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'
import { useContentNow } from './use-content-now.ts'

/** What one state of a story says, asked for when first shown. */
export function useVersionContent(
  id: string,
  name: VersionName,
): { readonly content: StoryContent | null; readonly problem: string } {
  const actions = useActions()
  const now = useContentNow(id, name === 'now')
  const version = useDesk(({ histories }) => (name === 'now' ? undefined : histories[id]?.versions[name]))
  const isMissing = version === undefined
  useEffect(() => {
    if (name !== 'now' && isMissing) actions.needVersion(id, name)
  }, [actions, id, name, isMissing])
  if (name === 'now') return { content: now, problem: '' }
  return {
    content: version?.status === 'ready' ? version.value : null,
    problem: version?.status === 'failed' ? version.message : '',
  }
}
