import type { DeskHub, DeskNews } from './desk-hub.ts'

/** The hub of a newsroom with one server. */
export function memoryHub(): DeskHub {
  const listeners = new Set<(news: DeskNews) => void>()
  return {
    post(news) {
      for (const listener of listeners) {
        // Each in its own turn: one that fails must not keep the news from the others, and none runs inside the poster.
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(news)
        })
      }
    },
    listen(listener) {
      // The same function may listen twice, and stop once.
      const mine = (news: DeskNews): void => listener(news)
      listeners.add(mine)
      return () => void listeners.delete(mine)
    },
    close() {
      listeners.clear()
      return Promise.resolve()
    },
  }
}
