import { CircleCheck, OctagonX, TriangleAlert } from 'lucide-react'
import { useId, type ReactElement } from 'react'
import type { Jump, SignOffItem } from '../../domain/sign-off-item.ts'
import { classes } from '../../ui/classes.ts'
import styles from './sign-off-list.module.css'

const LEVELS = {
  stop: { one: '1 stop', many: 'stops', about: 'Nobody can approve the story before these are settled.' },
  warning: {
    one: '1 warning',
    many: 'warnings',
    about: 'A chief can approve over these, and says why.',
    found: 'Whoever approves over these says why.',
  },
} as const

/** Stops, then warnings; each item is the way to what it speaks of. */
export function SignOffList({
  items,
  onJump,
}: {
  readonly items: readonly SignOffItem[]
  readonly onJump: (jump: Jump) => void
}): ReactElement {
  if (items.length === 0)
    return (
      <p className={styles['ready']}>
        <CircleCheck aria-hidden />
        Nothing stands in the way of approval.
      </p>
    )
  return (
    <>
      <Level level="stop" items={items} onJump={onJump} />
      <Level level="warning" items={items} onJump={onJump} />
    </>
  )
}

function Level({
  level,
  items,
  onJump,
}: {
  readonly level: SignOffItem['level']
  readonly items: readonly SignOffItem[]
  readonly onJump: (jump: Jump) => void
}): ReactElement | null {
  const id = useId()
  const own = items.filter((item) => item.level === level)
  if (own.length === 0) return null
  const { one, many } = LEVELS[level]
  // What the checks found, and nothing else, needs no chief.
  const about = own.every(({ check }) => check === 'checks') ? LEVELS.warning.found : LEVELS[level].about
  const Icon = level === 'stop' ? OctagonX : TriangleAlert
  return (
    <section className={styles['level']} aria-labelledby={id}>
      <h2 id={id} className={classes(styles['heading'], styles[level])}>
        <Icon aria-hidden />
        {own.length === 1 ? one : `${own.length} ${many}`}
      </h2>
      <p className={styles['about']}>{about}</p>
      <ul className={styles['items']}>
        {own.map((item) => (
          <li key={`${item.check} ${item.message} ${JSON.stringify(item.jump)}`}>
            <button type="button" className={styles['item']} onClick={() => onJump(item.jump)}>
              {item.message}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
