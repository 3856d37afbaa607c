import type { PersonColour } from '../../domain/person.ts'

type Tint = readonly [PersonColour, Range]

const nameOf = (colour: PersonColour): string => `stet-selected-${colour}`

/**
 * What others have selected, in their colours, without touching the text's own elements. Does nothing where the browser
 * can't.
 */
export class SelectionTints {
  private tints: readonly Tint[] = []

  /** Tints these ranges and no others of this editor's. */
  set(tints: readonly Tint[]): void {
    if ((tints.length === 0 && this.tints.length === 0) || !hasHighlights()) return
    for (const [colour, range] of this.tints) {
      const highlight = CSS.highlights.get(nameOf(colour))
      highlight?.delete(range)
      if (highlight?.size === 0) CSS.highlights.delete(nameOf(colour))
    }
    for (const [colour, range] of tints) {
      const highlight = CSS.highlights.get(nameOf(colour)) ?? new Highlight()
      highlight.add(range)
      CSS.highlights.set(nameOf(colour), highlight)
    }
    this.tints = tints
  }
}

const hasHighlights = (): boolean => typeof CSS !== 'undefined' && 'highlights' in CSS
