import type { RefObject } from 'react'
import { useEffect, useState } from 'react'

/** Lets files be dropped on an element; true while one is held over it. A file beside it is not opened either. */
export function useFileDrop(place: RefObject<HTMLElement | null>, onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(isIn(place.current, event.target))
    }
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0]
      setOver(false)
      if (file === undefined) return
      // Else the browser would leave the page to show the file.
      event.preventDefault()
      if (isIn(place.current, event.target)) onFile(file)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    document.addEventListener('dragleave', leave)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
      document.removeEventListener('dragleave', leave)
    }
  }, [place, onFile])
  return isOver
}

const isIn = (place: HTMLElement | null, target: EventTarget | null): boolean =>
  place !== null && target instanceof Node && place.contains(target)
