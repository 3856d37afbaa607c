import type { Thread } from '../../domain/threads/thread.ts'

/** What was said with each suggestion, by its id: the first message of the thread about it. */
export function reasonsOf(threads: readonly Thread[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    threads.flatMap(({ anchor, messages: [first] }) =>
      anchor.kind === 'suggestion' && first ? [[anchor.suggestion, first.text]] : [],
    ),
  )
}
