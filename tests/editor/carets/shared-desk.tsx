import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { expect } from 'vitest'
import * as Y from 'yjs'
import '../../../src/ui/base.css'
import type { Person } from '../../../src/domain/person.ts'
import type { Block } from '../../../src/domain/story-content.ts'
import { BLANK_CONTENT } from '../../../src/domain/story-content.ts'
import { captionName, seedUpdate, textOf } from '../../../src/domain/story-doc.ts'
import type { TextName } from '../../../src/domain/story-doc.ts'
import { createStoryUndo } from '../../../src/domain/story-undo.ts'
import { Suggester } from '../../../src/domain/suggestions/suggester.ts'
import { LineEditor } from '../../../src/editor/line-editor.tsx'
import { NO_SUGGESTING } from '../../../src/editor/suggest/text-suggestions.ts'
import { TextEditor } from '../../../src/editor/text-editor.tsx'
import type { CaretRoom } from '../../backends/presence-room.ts'
import { caretRoom } from '../../backends/presence-room.ts'

export const RITA: Person = { id: 'rita', name: 'Rita Reporter', role: 'reporter' }
export const SUSAN: Person = { id: 'susan', name: 'Susan Sub', role: 'sub-editor' }

const PHOTO = 'photo-1'
export const CAPTION = captionName(PHOTO)

/** One person's page: a document of their own with editors of headline, body and caption. */
export type SharedPage = {
  readonly doc: Y.Doc
  readonly carets: ReturnType<CaretRoom['enter']>
  readonly editor: (name: TextName) => Editor
  readonly element: HTMLElement
  /** Whether what they write is suggested. */
  readonly suggest: (on: boolean) => void
  readonly hide: (hidden: boolean) => void
}

/** Two people at one story in one page, their documents kept the same: mine is Susan's. */
export type SharedDesk = {
  readonly mine: SharedPage
  readonly theirs: SharedPage
  /** Puts Rita's caret behind (or, with `all`, around) the first of these words, without the focus of the page. */
  readonly rita: (words: string, where?: { text?: TextName; all?: boolean; before?: boolean }) => void
  readonly close: () => void
}

export async function openShared(
  body: readonly Block[],
  {
    dir = 'ltr',
    headline = 'Harbour vote',
    caption = 'Dockers at the gate',
  }: { readonly dir?: 'ltr' | 'rtl'; readonly headline?: string; readonly caption?: string } = {},
): Promise<SharedDesk> {
  const spans = (text: string) => (text === '' ? [] : [{ text, marks: {} }])
  const update = seedUpdate(
    {
      ...BLANK_CONTENT,
      body,
      headline: spans(headline),
      photos: [{ id: PHOTO, hash: '', alt: '', credit: '', crop: null, caption: spans(caption) }],
    },
    1,
  )
  const room = caretRoom()
  const mine = await openPage(update, 11, room.enter(SUSAN), dir)
  const theirs = await openPage(update, 22, room.enter(RITA), dir)
  join(mine.doc, theirs.doc)
  return {
    mine,
    theirs,
    rita(words, { text: name = 'body', all = false, before = false } = {}) {
      const text = textOf(theirs.doc, name)
      if (!text) throw new Error(`No ${name}`)
      const index = indexOf(text, words)
      const at = (place: number): unknown =>
        Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, place, -1))
      const head = at(before ? index : index + words.length)
      theirs.carets.place({ text: name, anchor: all ? at(index) : head, head })
    },
    close() {
      mine.close()
      theirs.close()
    },
  }
}

/** Keeps two documents the same, as over a fast line. */
function join(one: Y.Doc, other: Y.Doc): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('update', (change: Uint8Array, origin) => {
      if (origin !== 'network') Y.applyUpdate(to, change, 'network')
    })
  }
}

async function openPage(
  update: Uint8Array,
  clientID: number,
  carets: SharedPage['carets'],
  dir: 'ltr' | 'rtl',
): Promise<SharedPage & { readonly close: () => void }> {
  const doc = new Y.Doc()
  doc.clientID = clientID
  Y.applyUpdate(doc, update)
  const undo = createStoryUndo(doc)
  let made = 0
  const suggester = new Suggester(doc, {
    by: String(clientID),
    now: () => '2026-11-26T09:00:00.000Z',
    newId: () => `${clientID}-${(made += 1)}`,
  })
  const editors = new Map<TextName, Editor>()
  const keep = (name: TextName) => (editor: Editor | null) => {
    if (editor) editors.set(name, editor)
  }
  const element = document.createElement('div')
  element.style.cssText = 'width: 700px; padding: 24px 40px'
  document.body.append(element)
  const root = createRoot(element)
  let set: { suggest: (on: boolean) => void; hide: (hidden: boolean) => void } | null = null
  const texts = {
    headline: { name: 'headline', story: carets },
    body: { name: 'body', story: carets },
    caption: { name: CAPTION, story: carets },
  } as const

  function Page() {
    const [suggests, suggest] = useState(false)
    const [hidden, hide] = useState(false)
    set = { suggest, hide }
    const caption = textOf(doc, CAPTION)
    const suggestions = suggests ? { ...NO_SUGGESTING, suggester } : NO_SUGGESTING
    const shared = { undo, suggestions, dir }
    return (
      <div hidden={hidden}>
        <LineEditor
          {...shared}
          text={doc.getText('headline')}
          label="Headline"
          look="headline"
          carets={texts.headline}
          onEditor={keep('headline')}
        />
        <TextEditor
          {...shared}
          text={doc.getText('body')}
          label="Body"
          carets={texts.body}
          onEditor={keep('body')}
        />
        {caption ? (
          <LineEditor
            {...shared}
            text={caption}
            label="Caption"
            carets={texts.caption}
            onEditor={keep(CAPTION)}
          />
        ) : null}
      </div>
    )
  }
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (editors.size < 3) return
      observer.disconnect()
      resolve()
    })
    observer.observe(element, { childList: true, subtree: true })
    root.render(<Page />)
  })
  return {
    doc,
    carets,
    element,
    editor(name) {
      const editor = editors.get(name)
      if (!editor) throw new Error(`No editor of ${name}`)
      return editor
    },
    suggest: (on) => set?.suggest(on),
    hide: (hidden) => set?.hide(hidden),
    close() {
      root.unmount()
      element.remove()
    },
  }
}

/** The index of the first of these characters in a text. */
function indexOf(text: Y.Text, words: string): number {
  let index = 0
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    const at = typeof insert === 'string' ? insert.indexOf(words) : -1
    if (at >= 0) return index + at
    index += typeof insert === 'string' ? insert.length : 1
  }
  throw new Error(`No “${words}”`)
}

/** The carets that are drawn over a text of a page. */
export function caretsOn(page: SharedPage, name: TextName = 'body'): readonly HTMLElement[] {
  const mount = page.editor(name).view.dom.parentElement
  return [...(mount?.querySelectorAll<HTMLElement>('[data-caret]') ?? [])]
}

/** Where the first of these words stands on a page, in the coordinates of the window. */
export function boxOf(page: SharedPage, words: string, name: TextName = 'body'): DOMRect {
  const walker = document.createTreeWalker(page.editor(name).view.dom, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.textContent ?? '').indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + words.length)
    return range.getBoundingClientRect()
  }
  throw new Error(`“${words}” is not on the page`)
}

/** How far the only caret of a text is from where it should be, in steps of two pixels: [across, down]. */
export function offBy(
  page: SharedPage,
  x: number,
  y: number,
  name: TextName = 'body',
): readonly number[] | string {
  const [caret, ...others] = caretsOn(page, name)
  if (!caret || others.length > 0) return `${others.length + (caret ? 1 : 0)} carets`
  const { left, width, top, height } = caret.getBoundingClientRect()
  return [left + width / 2 - x, top + height / 2 - y].map((off) => Math.round(off / 2) + 0)
}

/** Half way down a box. */
export const middle = ({ top, height }: DOMRect): number => top + height / 2

/** The caret stands right behind these words. */
export async function expectBehind(page: SharedPage, words: string, name: TextName = 'body'): Promise<void> {
  await expect
    .poll(() => {
      const box = boxOf(page, words, name)
      return offBy(page, box.right, middle(box), name)
    })
    .toEqual([0, 0])
}

/** The caret stands right before these words. */
export async function expectBefore(page: SharedPage, words: string, name: TextName = 'body'): Promise<void> {
  await expect
    .poll(() => {
      const box = boxOf(page, words, name)
      return offBy(page, box.left, middle(box), name)
    })
    .toEqual([0, 0])
}
