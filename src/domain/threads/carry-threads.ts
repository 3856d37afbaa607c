import * as Y from 'yjs'
import { isAtom, textRuns } from '../text-runs.ts'
import { displayOrder, SEAM } from '../text-layout.ts'
import { isIn } from '../suggestions/content-view.ts'
import { suggestionIndex } from '../suggestions/suggestion-index.ts'
import type { TextName } from '../story-doc.ts'
import { textOf } from '../story-doc.ts'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { rangesOf } from '../suggestions/id-ranges.ts'
import type { UnitId } from '../yjs-items.ts'
import { firstItem } from '../yjs-items.ts'
import { readThreads } from './read-threads.ts'
import { readStandIns } from './stand-ins.ts'
import type { Thread } from './thread.ts'
import { visitHeld } from './visit-held.ts'
import { putThread } from './write-threads.ts'

/**
 * Brings all threads, settled ones too, into the document of a new epoch, which holds the same content under other
 * ids: each is about the same words there. An orphan stays one, with its quote. What was to be deleted has left the
 * content on the way, and other content may have.
 */
export function carryThreads(from: Y.Doc, to: Y.Doc): void {
  const threads = readThreads(from)
  const idsNow = new Map<string, readonly IdRange[]>()
  const byText = new Map<TextName, Thread[]>()
  for (const thread of threads) {
    if (thread.anchor.kind !== 'words') continue
    byText.set(thread.anchor.text, [...(byText.get(thread.anchor.text) ?? []), thread])
  }
  for (const [name, rows] of byText) {
    const ids = carried(from, to, name, rows)
    rows.forEach(({ id }, row) => idsNow.set(id, ids[row] ?? []))
  }
  to.transact(() => {
    for (const thread of threads) {
      const { id, anchor } = thread
      putThread(
        to,
        anchor.kind === 'words' ? { ...thread, anchor: { ...anchor, ids: idsNow.get(id) ?? [] } } : thread,
      )
    }
  })
}

/** For each thread on words of a text the ids of these words in the new document. */
function carried(
  from: Y.Doc,
  to: Y.Doc,
  name: TextName,
  threads: readonly Thread[],
): readonly (readonly IdRange[])[] {
  const [old, now] = [textOf(from, name), textOf(to, name)]
  if (!old || !now) return []
  const twins = twinsOf(shownUnits(old, name === 'body'), shownUnits(now, name === 'body'))
  const ids: UnitId[][] = threads.map(() => [])
  const anchors = threads.map(({ anchor }) => (anchor.kind === 'words' ? anchor.ids : []))
  visitHeld(old, readStandIns(from), anchors, ({ anchor, index, length }) => {
    for (let k = index; k < index + length; k++) {
      const twin = twins[k]
      if (twin) ids[anchor]?.push(twin)
    }
  })
  return ids.map(rangesOf)
}

type Shown = { readonly id: UnitId; readonly sign: string; readonly index: number }

/** By index in the old text: the unit that stands for it in the new one, which may lack some of them. */
function twinsOf(olds: readonly Shown[], news: readonly Shown[]): readonly (UnitId | undefined)[] {
  let end = 0
  while (end < Math.min(olds.length, news.length) && olds.at(-1 - end)?.sign === news.at(-1 - end)?.sign)
    end += 1
  const twins: (UnitId | undefined)[] = []
  const pair = (old: Shown | undefined, now: Shown | undefined): void => {
    if (old && now) twins[old.index] = now.id
  }
  let at = 0
  // As long as nothing has gone the offsets are the same; else what has gone is passed over.
  for (let k = 0; k < olds.length - end && at < news.length - end; k++) {
    if (olds[k]?.sign !== news[at]?.sign) continue
    pair(olds[k], news[at])
    at += 1
  }
  for (let k = end; k > 0; k--) pair(olds.at(-k), news.at(-k))
  return twins
}

/** The units of a text as they will be shown, block by block; seams leave no trace, and a block's start is a sign of its own. */
function shownUnits(text: Y.Text, isBody: boolean): readonly Shown[] {
  const units = physicalUnits(text)
  const index = text.doc && suggestionIndex(text.doc)
  const stays = ({ id }: Shown): boolean => index === null || isIn(index.stateOf(id), 'will')
  if (!isBody) return units.filter(stays)
  const runs = textRuns(text)
  const starts: number[] = []
  let sum = 0
  for (const { size } of runs) {
    starts.push(sum)
    sum += size
  }
  return displayOrder(text, runs).flatMap((lies) => {
    const run = runs[lies]
    const start = starts[lies] ?? 0
    const isSeam = run?.head?.get('kind') === SEAM && !isAtom(run.head)
    return run ? units.slice(isSeam ? start + 1 : start, start + run.size).filter(stays) : []
  })
}

function physicalUnits(text: Y.Text): readonly Shown[] {
  const units: Shown[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const signs = item.content instanceof Y.ContentString ? item.content.str : null
    for (let k = 0; k < item.length; k++) {
      // A start is no character, nor is an embed.
      const sign = signs === null ? '\u0000' : signs.charAt(k)
      units.push({ id: [item.id.client, item.id.clock + k], sign, index: units.length })
    }
  }
  return units
}
