import { useState, type ReactElement } from 'react'
import { Chip } from '../../ui/chip.tsx'
import styles from './photo-card.module.css'

/** A picture with its size in pixels, which says whether it is fit to print. */
export function PhotoPicture({ url, alt }: { readonly url: string; readonly alt: string }): ReactElement {
  const [size, setSize] = useState('')
  return (
    <div className={styles['picture']}>
      <img
        src={url}
        alt={alt}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => {
          setSize(`${naturalWidth} × ${naturalHeight}`)
        }}
      />
      {size === '' ? null : (
        <span className={styles['size']}>
          <Chip>{size}</Chip>
        </span>
      )}
    </div>
  )
}
