import { useEffect, useRef } from 'react'
import { useOpenStory } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { useCheckWays, useLookedAt } from './check-desk.tsx'
import { flagKeyOf } from './check-keys.ts'
import { checkLabel, flagPlace } from './flag-words.ts'

const NONE: readonly never[] = []

/** Draws nothing: F7 and Shift+F7 go round what the checks found, wherever the focus is, and enter its card. */
export function CheckWalk({ id }: { readonly id: string }): null {
  const flags = useOpenStory(id, (story) => story.checks.flags) ?? NONE
  const isComplete = useOpenStory(id, (story) => story.checks.isComplete) ?? false
  const looked = useLookedAt()
  const ways = useCheckWays()

  const press = (pressed: 'next' | 'previous'): void => {
    const { length } = flags
    if (length === 0)
      return announce(isComplete ? 'The checks found nothing' : 'The checks have found nothing so far')
    const at = flags.findIndex((flag) => flag.id === looked?.id)
    const step = pressed === 'next' ? 1 : -1
    const to = at === -1 ? (step === 1 ? 0 : length - 1) : (at + step + length) % length
    const flag = flags[to]
    if (!flag) return undefined
    ways?.goTo(flag, 'entered')
    return announce(
      `${to + 1} of ${length}, ${flagPlace(flag.range)}, ${checkLabel(flag.check)}: ${flag.message}`,
    )
  }

  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const pressed = flagKeyOf(event)
      // A dialog over the page has keys of its own.
      if (pressed === null || document.querySelector('[role=dialog][aria-modal=true], dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(pressed)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
  return null
}
