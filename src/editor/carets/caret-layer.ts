import type { PersonColour } from '../../domain/person.ts'
import styles from './carets.module.css'

/** A box in the coordinates of the window. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type DrawnCaret = {
  readonly tab: number
  readonly name: string
  readonly colour: PersonColour
  /** A line in or between blocks, or the frame around a picture. */
  readonly look: 'caret' | 'frame'
  readonly box: Box
  /** It was set here a moment ago: its name is shown for a while. */
  readonly fresh: boolean
}

type Shown = {
  readonly element: HTMLElement
  readonly box: Box
  timer: ReturnType<typeof setTimeout> | undefined
}

/** So long after a caret was moved its name is shown. */
const NAMED_MS = 2000
/** So near to a caret, in pixels, the pointer has to be for its name. */
const NEAR = 6
/** From here on to the right the name stands on the caret's left. */
const RIGHT_SIDE = 0.6

/**
 * Carets drawn over a text, never in it: nothing of the text's own elements is touched, so that selections,
 * compositions, spell checking and joined letters are as they would be without. Takes no click.
 */
export class CaretLayer {
  private readonly element: HTMLElement
  private readonly shown = new Map<number, Shown>()

  constructor(mount: HTMLElement) {
    this.element = mount.ownerDocument.createElement('div')
    this.element.className = styles['layer'] ?? ''
    this.element.dataset['carets'] = ''
    // Who is where is said by a list on the page.
    this.element.setAttribute('aria-hidden', 'true')
    mount.append(this.element)
  }

  /** Draws these and no others. */
  draw(carets: readonly DrawnCaret[]): void {
    const origin = this.element.getBoundingClientRect()
    const width = this.element.parentElement?.clientWidth ?? 0
    const gone = new Set(this.shown.keys())
    for (const caret of carets) {
      gone.delete(caret.tab)
      this.drawOne(caret, origin, width)
    }
    for (const tab of gone) {
      clearTimeout(this.shown.get(tab)?.timer)
      this.shown.get(tab)?.element.remove()
      this.shown.delete(tab)
    }
  }

  private drawOne({ tab, name, colour, look, box, fresh }: DrawnCaret, origin: DOMRect, width: number): void {
    const old = this.shown.get(tab)
    const element = old?.element ?? this.element.ownerDocument.createElement('div')
    const { width: across, height } = box
    const at: Box = { left: box.left - origin.left, top: box.top - origin.top, width: across, height }
    const shown: Shown = { element, box: at, timer: old?.timer }
    this.shown.set(tab, shown)
    Object.assign(element.dataset, {
      caret: tab,
      person: colour,
      name,
      look,
      side: at.left > width * RIGHT_SIDE ? 'left' : 'right',
    })
    element.style.transform = `translate(${at.left}px, ${at.top}px)`
    element.style.width = `${at.width}px`
    element.style.height = `${at.height}px`
    if (!old) this.element.append(element)
    if (fresh) this.name(shown)
  }

  /** Shows the names of carets at this place of the window; null for none. */
  point(at: { readonly x: number; readonly y: number } | null): void {
    if (this.shown.size === 0) return
    const origin = this.element.getBoundingClientRect()
    for (const { element, box } of this.shown.values()) {
      const isNear =
        at !== null &&
        Math.abs(at.x - origin.left - box.left - box.width / 2) <= box.width / 2 + NEAR &&
        Math.abs(at.y - origin.top - box.top - box.height / 2) <= box.height / 2
      element.toggleAttribute('data-near', isNear)
    }
  }

  /** Shows the name of a tab's caret as if it had just been set. */
  nameTab(tab: number): void {
    const shown = this.shown.get(tab)
    if (shown) this.name(shown)
  }

  private name(shown: Shown): void {
    const { element } = shown
    element.toggleAttribute('data-fresh', true)
    clearTimeout(shown.timer)
    shown.timer = setTimeout(() => element.removeAttribute('data-fresh'), NAMED_MS)
  }

  destroy(): void {
    for (const { timer } of this.shown.values()) clearTimeout(timer)
    this.element.remove()
  }
}
