import { expect, test } from 'vitest'
import type { DeskNews } from '../../../src/server/live/desk-hub.ts'
import { memoryHub } from '../../../src/server/live/memory-hub.ts'

test('tells everybody who listens, after whoever posted has gone on', async () => {
  const hub = memoryHub()
  const heard: string[] = []
  hub.listen((news) => heard.push(`a ${news.kind}`))
  hub.listen((news) => heard.push(`b ${news.kind}`))
  hub.post({ kind: 'people' })
  expect(heard).toEqual([])
  await Promise.resolve()
  expect(heard).toEqual(['a people', 'b people'])
})

test('stops one listener only, even where the same function listens twice', async () => {
  const hub = memoryHub()
  const heard: DeskNews[] = []
  const listener = (news: DeskNews): void => void heard.push(news)
  const stop = hub.listen(listener)
  hub.listen(listener)
  stop()
  hub.post({ kind: 'changed', ids: ['s1'] })
  await Promise.resolve()
  expect(heard).toEqual([{ kind: 'changed', ids: ['s1'] }])
})

test('says nothing to whoever stopped, or after it was closed, though it was posted before', async () => {
  const hub = memoryHub()
  const heard: string[] = []
  const stop = hub.listen(() => heard.push('stopped'))
  hub.listen(() => heard.push('closed'))
  hub.post({ kind: 'people' })
  stop()
  await hub.close()
  await Promise.resolve()
  expect(heard).toEqual([])
})
