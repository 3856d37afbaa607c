import * as Y from 'yjs'
import type { CheckSettings } from '../domain/checks/check-settings.ts'
import { CHECK_SETTINGS } from '../domain/checks/check-settings.ts'
import { checkedStory } from '../domain/checks/checked-story.ts'
import { readIgnored } from '../domain/checks/ignored.ts'
import { readContent } from '../domain/read-content.ts'
import type { CheckAnswer, CheckQuestion } from './check-messages.ts'
import { Checker } from './checker.ts'
import { rulesOf } from './house-style/rules-of.ts'
import { wordsOf } from './house-style/words-of.ts'
import { SpellingRunner } from './spelling-runner.ts'
import { StyleRunner } from './style-runner.ts'

// All checks of a page's stories. House rules and the speller have workers of their own beneath this one: a rule that runs
// away is ended with its worker, and no line waits for a dictionary that is still being loaded.

/** Milliseconds from a change to the look at it; changes that come closer together are looked at together. */
const SOON = 30
/** Milliseconds after which changes are looked at though more of them come and come. */
const LATEST = 500

type Open = {
  readonly doc: Y.Doc
  readonly checker: Checker
  timer: ReturnType<typeof setTimeout> | null
  /** When the first change came that was not looked at yet. */
  changed: number | null
}

let settings: CheckSettings = CHECK_SETTINGS
const stories = new Map<string, Open>()

const style = new StyleRunner({
  makeWorker: () => new Worker(new URL('./style-worker.ts', import.meta.url), { type: 'module' }),
})
const spelling = new SpellingRunner(settings.dialect, wordsOf(settings), {
  makeWorker: (name) =>
    new Worker(new URL('./spelling-worker.ts', import.meta.url), { type: 'module', name }),
})
style.set(rulesOf(settings))

addEventListener('message', ({ data }: MessageEvent<CheckQuestion>) => {
  switch (data.kind) {
    case 'settings':
      return set(data.settings)
    case 'open':
      return open(data.story, data.state)
    case 'news': {
      const story = stories.get(data.story)
      if (!story) return
      Y.applyUpdate(story.doc, data.update)
      const now = performance.now()
      story.changed ??= now
      if (story.timer !== null) clearTimeout(story.timer)
      story.timer = setTimeout(() => look(story), Math.min(SOON, story.changed + LATEST - now))
      return
    }
    default:
      return close(data.story)
  }
})

function set(now: CheckSettings): void {
  settings = now
  style.set(rulesOf(settings))
  spelling.set(settings.dialect, wordsOf(settings))
  for (const { checker } of stories.values()) checker.set(settings)
}

function open(id: string, state: Uint8Array): void {
  close(id)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const checker = new Checker(settings, {
    style,
    spelling,
    states: () => ({
      speller: spelling.state,
      stopped: style.stopped,
      broken: style.hasFailed ? 'house style' : 'nothing',
    }),
    report: (report) => postMessage({ story: id, report } satisfies CheckAnswer),
    clock: () => performance.now(),
  })
  const story: Open = { doc, checker, timer: null, changed: null }
  stories.set(id, story)
  // The look waits: a worker that was just begun can't start while this thread is busy.
  spelling.begin()
  story.timer = setTimeout(() => look(story), SOON)
}

function look(story: Open): void {
  story.timer = null
  story.changed = null
  story.checker.look(checkedStory(readContent(story.doc)), readIgnored(story.doc))
}

function close(id: string): void {
  const story = stories.get(id)
  if (!story) return
  if (story.timer !== null) clearTimeout(story.timer)
  story.checker.close()
  story.doc.destroy()
  stories.delete(id)
}
