import { ImagePlus } from 'lucide-react'
import { useId, useState, type DragEvent, type ReactElement, type ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './photo-file.module.css'

/** Where a picture is chosen, dropped or pasted; shows the one that is there. */
export function PhotoFile({
  children,
  words,
  isReadOnly,
  onFile,
}: {
  /** The picture, or null. */
  readonly children: ReactNode
  /** What the invitation says: "Choose, drop or paste a picture". */
  readonly words: string
  readonly isReadOnly: boolean
  readonly onFile: (file: File) => void
}): ReactElement {
  const id = useId()
  const [isOver, setIsOver] = useState(false)
  if (isReadOnly) return <div className={styles['zone']}>{children ?? <p>No picture</p>}</div>

  const takeFirst = (files: FileList | null): boolean => {
    const file = files?.[0]
    if (file) onFile(file)
    return file !== undefined
  }
  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setIsOver(true)
  }
  return (
    <div
      className={classes(styles['zone'], isOver && styles['over'])}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        if (takeFirst(event.dataTransfer.files)) event.preventDefault()
      }}
      onPaste={(event) => {
        if (takeFirst(event.clipboardData.files)) event.preventDefault()
      }}
    >
      {children}
      <label htmlFor={id} className={classes(styles['choose'], children !== null && styles['replace'])}>
        <ImagePlus aria-hidden />
        {words}
      </label>
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
        aria-label="Photo file"
        className={styles['input']}
        onChange={(event) => {
          takeFirst(event.target.files)
          // The same file may be chosen again after something went wrong.
          event.target.value = ''
        }}
      />
    </div>
  )
}
