import * as Y from 'yjs'
import { isAtom, textRuns } from '../text-runs.ts'
import { displayOrder, SEAM } from '../text-layout.ts'
import { isIn } from '../suggestions/content-view.ts'
import { suggestionIndex } from '../suggestions/suggestion-index.ts'
import type { TextName } from '../story-doc.ts'
import { textOf } from '../story-doc.ts'
import type { IdRange } from '../suggestions/id-ranges.ts'
import { holds, rangesOf } from '../suggestions/id-ranges.ts'
import type { UnitId } from '../yjs-items.ts'
import { firstItem } from '../yjs-items.ts'
import { readThreads } from './read-threads.ts'
import type { StandIn } from './stand-ins.ts'
import { allRanges, readStandIns } from './stand-ins.ts'
import type { Thread } from './thread.ts'
import { threadPlaces } from './thread-places.ts'
import { putThread } from './write-threads.ts'

/**
 * Brings all threads, settled ones too, into the document of a new epoch, which holds the same content under other
 * ids: each is about the same words there. An orphan stays one, with its quote. What was to be deleted has left the
 * content on the way, and other content may have.
 */
export function carryThreads(from: Y.Doc, to: Y.Doc): void {
  const threads = readThreads(from)
  const places = threadPlaces(from, threads)
  const standIns = readStandIns(from)
  const shifts = new Map<TextName, readonly Pair[]>()
  const pairsOf = (name: TextName): readonly Pair[] => {
    const pairs = shifts.get(name) ?? pairUnits(textOf(from, name), textOf(to, name), name === 'body')
    shifts.set(name, pairs)
    return pairs
  }
  to.transact(() => {
    for (const thread of threads) {
      const { anchor } = thread
      if (anchor.kind !== 'words') putThread(to, thread)
      else {
        const isLost = places.get(thread.id) === null
        const ids = isLost ? [] : carried(pairsOf(anchor.text), standIns, anchor.ids)
        putThread(to, { ...thread, anchor: { ...anchor, ids } } satisfies Thread)
      }
    }
  })
}

type Shown = { readonly id: UnitId; readonly sign: string }
type Pair = { readonly old: UnitId; readonly now: UnitId }

function carried(
  pairs: readonly Pair[],
  standIns: readonly StandIn[],
  ids: readonly IdRange[],
): readonly IdRange[] {
  const own = allRanges(standIns, ids)
  return rangesOf(pairs.flatMap(({ old, now }) => (holds(own, old) ? [now] : [])))
}

/** Units of the old text with those that stand for them in the new one, which may lack some of them. */
function pairUnits(old: Y.Text | null, now: Y.Text | null, isBody: boolean): readonly Pair[] {
  const olds = old ? shownUnits(old, isBody) : []
  const news = now ? shownUnits(now, isBody) : []
  let end = 0
  while (end < Math.min(olds.length, news.length) && olds.at(-1 - end)?.sign === news.at(-1 - end)?.sign)
    end += 1
  const pairs: Pair[] = []
  const pair = (a: Shown | undefined, b: Shown | undefined): void => {
    if (a && b) pairs.push({ old: a.id, now: b.id })
  }
  let at = 0
  // As long as nothing has gone the offsets are the same; else what has gone is passed over.
  for (let k = 0; k < olds.length - end && at < news.length - end; k++) {
    if (olds[k]?.sign !== news[at]?.sign) continue
    pair(olds[k], news[at])
    at += 1
  }
  for (let k = end; k > 0; k--) pair(olds.at(-k), news.at(-k))
  return pairs
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
      units.push({ id: [item.id.client, item.id.clock + k], sign })
    }
  }
  return units
}
