import type { ReactNode } from 'react'
import styles from './field.module.css'

/** What stands under a field: what it is for, and what is wrong with it. `describedBy` names both to the field. */
export function FieldFoot({
  id,
  description,
  error,
}: {
  readonly id: string
  readonly description: ReactNode
  readonly error: string
}) {
  return (
    <>
      {description === undefined ? null : (
        <span id={`${id}-about`} className={styles['description']}>
          {description}
        </span>
      )}
      {error === '' ? null : (
        <span id={`${id}-error`} className={styles['error']}>
          {error}
        </span>
      )}
    </>
  )
}

/** The ids of what describes a field, beside those in `more`. */
export function describedBy(
  id: string,
  description: ReactNode,
  error: string,
  more?: string,
): string | undefined {
  const ids = [
    ...(description === undefined ? [] : [`${id}-about`]),
    ...(error === '' ? [] : [`${id}-error`]),
    ...(more === undefined ? [] : [more]),
  ]
  return ids.length === 0 ? undefined : ids.join(' ')
}
