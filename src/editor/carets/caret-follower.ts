import type { Transaction } from '@tiptap/pm/state'
import { sameJson } from '../../domain/json.ts'
import { changedRanges } from '../binding/changed-ranges.ts'
import { bindingKey } from '../binding/linear-binding.ts'
import type { CaretPlace, OtherCaret } from './story-carets.ts'

/** Somebody's selection in the document as it is now. */
export type FollowedCaret = {
  readonly tab: number
  readonly person: OtherCaret['person']
  readonly anchor: number
  readonly head: number
}

type Followed = {
  readonly caret: OtherCaret
  readonly place: CaretPlace
  readonly ends: { readonly anchor: number; readonly head: number } | null
  /** What has to be looked up: a new place; what is around it; or nothing before something arrives that it stands at. */
  readonly due: 'place' | 'around' | 'arrival' | null
}

type Resolve = (place: unknown) => { readonly pos: number; readonly live: boolean } | null

/**
 * Where other people's carets are in one editor. A place is looked up when it arrives, and again when somebody else has
 * changed the text right at it; every other edit takes it along, at the cost of a few comparisons.
 */
export class CaretFollower {
  readonly name: string
  readonly resolve: Resolve
  private followed: readonly Followed[] = []
  private readonly moved = new Set<number>()

  /** `name`: the text's; `resolve` looks a place up in the document as it is when it is called. */
  constructor(name: string, resolve: Resolve) {
    this.name = name
    this.resolve = resolve
  }

  get isIdle(): boolean {
    return this.followed.length === 0
  }

  /** Takes over what the others said last. */
  take(others: readonly OtherCaret[]): void {
    const known = new Map(this.followed.map((each) => [each.caret.tab, each]))
    this.followed = others.flatMap((caret): Followed[] => {
      const { place } = caret
      if (place === null || place.text !== this.name) return []
      const old = known.get(caret.tab)
      if (old && sameJson(old.place, place)) return [{ ...old, caret }]
      this.moved.add(caret.tab)
      return [{ caret, place, ends: old?.ends ?? null, due: 'place' }]
    })
  }

  /** The document was changed. */
  follow(tr: Transaction): void {
    if (!tr.docChanged || this.isIdle) return
    const fromText = tr.getMeta(bindingKey) !== undefined
    const ranges = fromText ? changedRanges([tr]) : []
    /** Somebody else wrote right there; or it was deleted here, with what was on both its sides or with what is selected. */
    const isLost = (pos: number, now: number, selects: boolean): boolean => {
      if (fromText) return ranges.some(({ newFrom, newTo }) => newFrom <= now && now <= newTo)
      const { deletedAcross, deletedBefore, deletedAfter } = tr.mapping.mapResult(pos, -1)
      return deletedAcross || (selects && (deletedBefore || deletedAfter))
    }
    this.followed = this.followed.map((each): Followed => {
      const due = each.due === 'arrival' && fromText ? 'place' : each.due
      if (each.ends === null) return { ...each, due }
      const { anchor, head } = each.ends
      const ends = { anchor: tr.mapping.map(anchor, -1), head: tr.mapping.map(head, -1) }
      const selects = anchor !== head
      const lost = isLost(head, ends.head, selects) || (selects && isLost(anchor, ends.anchor, true))
      return { ...each, ends, due: due === null && lost ? 'around' : due }
    })
  }

  /** Looks up what has to be. */
  settle(): void {
    this.followed = this.followed.map((each): Followed => {
      const { place, due, ends } = each
      if (due === null || due === 'arrival') return each
      const head = this.resolve(place.head)
      const anchor = sameJson(place.anchor, place.head) ? head : this.resolve(place.anchor)
      if (due === 'around' && ends) {
        // What is gone leaves its place where the edits took it.
        const now = {
          anchor: anchor?.live === true ? anchor.pos : ends.anchor,
          head: head?.live === true ? head.pos : ends.head,
        }
        return { ...each, ends: now, due: null }
      }
      if (!head || !anchor) return { ...each, due: 'arrival' }
      return { ...each, ends: { anchor: anchor.pos, head: head.pos }, due: null }
    })
  }

  /** All whose place is known. */
  get carets(): readonly FollowedCaret[] {
    return this.followed.flatMap(({ caret: { tab, person }, ends }) =>
      ends ? [{ tab, person, ...ends }] : [],
    )
  }

  /** Tabs whose carets were set elsewhere since this was last asked, not only carried along. */
  takeMoved(): ReadonlySet<number> {
    const moved = new Set(this.moved)
    this.moved.clear()
    return moved
  }
}
