import { useEffect, useState } from 'react'
import { contentHash } from '../../domain/content-hash.ts'
import { countStory } from '../../domain/count-words.ts'
import { readContent } from '../../domain/read-content.ts'
import type { SignOffItem } from '../../domain/sign-off-item.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import { spansText } from '../../domain/story-content.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { signOffState } from '../../store/sign-off-state.ts'
import type { StorySession } from '../../store/story-session.ts'

/** How a story stood when somebody looked at it. */
export type Look = {
  /** Of its content: what an approval names. */
  readonly hash: string
  readonly items: readonly SignOffItem[]
  /** What was seen, in words: "“Harbour reopens”, 412 words and 2 pictures". */
  readonly words: string
}

/**
 * What somebody sees when a dialog opens, and whether the story has changed since: then it must be looked at again
 * before anything is decided about it.
 */
export function useLook(
  session: StorySession,
  embargo: StoryRecord['embargo'],
): { readonly seen: Look; readonly hasChanged: boolean; readonly lookAgain: () => void } {
  const [seen, setSeen] = useState(() => look(session, embargo))
  const [hasChanged, setChanged] = useState(false)
  useEffect(() => {
    const { doc } = session
    const was = signature(seen)
    // A comment or a suggestion can change no content that would be approved, but what is open: the list counts too.
    const check = (): void => setChanged(signature(look(session, embargo)) !== was)
    doc.on('update', check)
    check()
    return () => doc.off('update', check)
  }, [session, embargo, seen])
  return { seen, hasChanged, lookAgain: () => setSeen(look(session, embargo)) }
}

const signature = ({ hash, items }: Look): string => `${hash} ${JSON.stringify(items)}`

function look({ doc }: StorySession, embargo: StoryRecord['embargo']): Look {
  const content = readContent(doc)
  const { items } = signOffState(doc, content, { embargo }, new Date().toISOString())
  return { hash: contentHash(content), items, words: wordsOf(content) }
}

function wordsOf(content: StoryContent): string {
  const { words } = countStory(content)
  const pictures = content.photos.filter(({ hash }) => hash !== '').length
  const headline = spansText(content.headline).trim()
  return [
    headline === '' ? 'no headline' : `“${headline}”`,
    `${words} ${words === 1 ? 'word' : 'words'}${pictures === 0 ? '' : ` and ${pictures} ${pictures === 1 ? 'picture' : 'pictures'}`}`,
  ].join(', ')
}
