import { useEffect, useState } from 'react'

/** True when something has been so for so many milliseconds, until it isn't: what passes quickly is never shown. */
export function useSettled(isSo: boolean, milliseconds: number): boolean {
  const [hasSettled, setSettled] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(isSo), isSo ? milliseconds : 0)
    return () => clearTimeout(timer)
  }, [isSo, milliseconds])
  return isSo && hasSettled
}
