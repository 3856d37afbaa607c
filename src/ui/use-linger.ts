import { useEffect, useState } from 'react'

/** True while something is so, and for so many milliseconds after it was: what comes and goes all the time is shown once. */
export function useLinger(isSo: boolean, milliseconds: number): boolean {
  const [lingers, setLingers] = useState(isSo)
  useEffect(() => {
    const timer = setTimeout(() => setLingers(isSo), isSo ? 0 : milliseconds)
    return () => clearTimeout(timer)
  }, [isSo, milliseconds])
  return isSo || lingers
}
