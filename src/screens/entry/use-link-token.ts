import { useEffect, useState } from 'react'

/**
 * The secret in the fragment of a link that somebody was given; '' without one. It is taken out of the address once it
 * was read, so that it stays in no history and on no screenshot.
 */
export function useLinkToken(): string {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)))
  useEffect(() => {
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname)
  }, [])
  return token
}
