import type { EditorView } from '@tiptap/pm/view'
import { personColour } from '../../domain/person.ts'
import { insideText } from './caret-place.ts'
import type { CaretFollower, FollowedCaret } from './caret-follower.ts'
import type { Box, DrawnCaret } from './caret-layer.ts'
import { CaretLayer } from './caret-layer.ts'
import { SelectionTints } from './selection-tints.ts'
import type { StoryCarets } from './story-carets.ts'

/** A caret between two pictures is a short line: so long, in pixels. */
const FLAT_WIDTH = 24

/** Draws other people's carets over an editor, at most once a frame. */
export class CaretView {
  readonly follower: CaretFollower
  private readonly view: EditorView
  private readonly story: StoryCarets
  private readonly layer: CaretLayer
  private readonly tints = new SelectionTints()
  private readonly stops: readonly (() => void)[]
  private frame: number | null = null

  constructor(view: EditorView, follower: CaretFollower, story: StoryCarets) {
    this.view = view
    this.follower = follower
    this.story = story
    const mount = view.dom.parentElement ?? view.dom.ownerDocument.body
    this.layer = new CaretLayer(mount)
    const point = ({ clientX: x, clientY: y }: PointerEvent): void => this.layer.point({ x, y })
    const away = (): void => this.layer.point(null)
    mount.addEventListener('pointermove', point, { passive: true })
    mount.addEventListener('pointerleave', away)
    // Lines that break elsewhere, pictures that arrive, a view that is shown again: all change its size.
    const sizes = new ResizeObserver(() => this.drawSoon())
    sizes.observe(view.dom)
    const { fonts } = view.dom.ownerDocument
    const relaid = (): void => this.drawSoon()
    fonts.addEventListener('loadingdone', relaid)
    this.stops = [
      story.subscribe(() => this.drawSoon()),
      () => sizes.disconnect(),
      () => fonts.removeEventListener('loadingdone', relaid),
      () => mount.removeEventListener('pointermove', point),
      () => mount.removeEventListener('pointerleave', away),
    ]
    this.drawSoon()
  }

  /** Something changed that others' carets may stand at. */
  drawSoon(): void {
    this.frame ??= this.window.requestAnimationFrame(() => {
      this.frame = null
      if (!this.view.isDestroyed) this.draw()
    })
  }

  /** Where everybody is now, looked up where that is due. */
  locate(): readonly FollowedCaret[] {
    this.follower.take(this.story.others)
    this.follower.settle()
    return this.follower.carets
  }

  /** Shows the name of a tab's caret. */
  name(tab: number): void {
    this.layer.nameTab(tab)
  }

  private draw(): void {
    const carets = this.locate()
    const moved = this.follower.takeMoved()
    const isSeen = carets.length > 0 && this.view.dom.getClientRects().length > 0
    const drawn = isSeen ? carets.map((caret) => drawnCaret(this.view, caret, moved.has(caret.tab))) : []
    this.tints.set(
      isSeen
        ? carets
            .filter(({ anchor, head }) => anchor !== head)
            .map((caret) => [personColour(caret.person.id), rangeOf(this.view, caret)] as const)
        : [],
    )
    this.layer.draw(drawn)
  }

  private get window(): Window {
    return this.view.dom.ownerDocument.defaultView ?? window
  }

  destroy(): void {
    for (const stop of this.stops) stop()
    if (this.frame !== null) this.window.cancelAnimationFrame(this.frame)
    this.tints.set([])
    this.layer.destroy()
  }
}

function drawnCaret(
  view: EditorView,
  { tab, person, anchor, head }: FollowedCaret,
  fresh: boolean,
): DrawnCaret {
  const frame = frameOf(view, anchor, head)
  return {
    tab,
    name: person.name,
    colour: personColour(person.id),
    look: frame ? 'frame' : 'caret',
    box: frame ?? caretBox(view, insideText(view.state.doc, head)),
    fresh,
  }
}

/** The box of a picture or rule that is selected, and nothing else with it. */
function frameOf(view: EditorView, anchor: number, head: number): Box | null {
  const from = Math.min(anchor, head)
  const node = anchor === head ? null : view.state.doc.nodeAt(from)
  if (!node?.isBlock || !node.isAtom || from + node.nodeSize !== Math.max(anchor, head)) return null
  const element = view.nodeDOM(from)
  return element instanceof HTMLElement ? element.getBoundingClientRect() : null
}

function caretBox(view: EditorView, pos: number): Box {
  const { left, right, top, bottom } = view.coordsAtPos(pos)
  return top === bottom
    ? { left, top, width: Math.min(FLAT_WIDTH, right - left), height: 2 }
    : { left, top, width: 0, height: bottom - top }
}

function rangeOf(view: EditorView, { anchor, head }: FollowedCaret): Range {
  const range = view.dom.ownerDocument.createRange()
  const start = view.domAtPos(Math.min(anchor, head), 1)
  const end = view.domAtPos(Math.max(anchor, head), -1)
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}
