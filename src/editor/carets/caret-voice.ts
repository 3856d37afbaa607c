import { sameJson } from '../../domain/json.ts'
import type { CaretPlace, StoryCarets } from './story-carets.ts'

/** At most once in so many milliseconds others are told where one's own caret is. */
const PAUSE_MS = 50

/** Says where the caret of this tab is, for all editors of a story. */
export type CaretVoice = {
  /** The caret is in the text of this editor now; `place` is asked when it is said. */
  readonly say: (editor: object, place: () => CaretPlace) => void
  /** It is no longer there; what another editor said meanwhile stands. */
  readonly leave: (editor: object) => void
}

const voices = new WeakMap<StoryCarets, CaretVoice>()

/** The one voice of a story's editors. */
export function caretVoice(carets: StoryCarets): CaretVoice {
  const known = voices.get(carets)
  if (known) return known
  const made = createVoice(carets)
  voices.set(carets, made)
  return made
}

function createVoice(carets: StoryCarets): CaretVoice {
  let speaker: { readonly editor: object; readonly place: () => CaretPlace } | null = null
  let said: CaretPlace | null = null
  let isWaiting = false
  let timer: ReturnType<typeof setTimeout> | null = null

  function speak(): void {
    timer = null
    if (!isWaiting) return
    isWaiting = false
    const place = speaker?.place() ?? null
    if (sameJson(place, said)) return
    said = place
    carets.place(place)
    timer = setTimeout(speak, PAUSE_MS)
  }
  /** Not on the keystroke's way: when that is through, or the pause is. */
  function ask(): void {
    isWaiting = true
    timer ??= setTimeout(speak)
  }
  return {
    say(editor, place) {
      speaker = { editor, place }
      ask()
    },
    leave(editor) {
      if (speaker?.editor !== editor) return
      speaker = null
      ask()
    },
  }
}
