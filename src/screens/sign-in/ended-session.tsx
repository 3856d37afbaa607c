import type { ReactElement } from 'react'
import { useDesk } from '../../store/use-desk.ts'
import { unsentWords } from '../unsent-words.ts'

/** That the session of whoever worked here has ended, and what of theirs waits in this browser. */
export function EndedSession(): ReactElement {
  const name = useDesk((state) => state.me?.name ?? '')
  const unsent = useDesk((state) => state.link?.unsent ?? 0)
  return (
    <>
      <p>{name}, your session has ended. Sign in to go on where you were.</p>
      {unsent === 0 ? null : (
        <p>
          <strong>{unsentWords(unsent)}</strong> {unsent === 1 ? 'waits' : 'wait'} in this browser. Nothing is
          lost: what you wrote goes out when you are back.
        </p>
      )}
    </>
  )
}
