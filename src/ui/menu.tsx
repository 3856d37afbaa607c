import type { ReactElement, ReactNode } from 'react'
import { cloneElement, lazy, Suspense, useState } from 'react'
import type { ButtonProps } from 'react-aria-components/Button'

const AnchoredMenu = lazy(async () => ({ default: (await import('./anchored-menu.tsx')).AnchoredMenu }))

export type MenuItem = {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** One more line, smaller; read out as part of the item. */
  readonly about?: string
  readonly shortcut?: string
  readonly danger?: boolean
  /** It is off; `about` says why. It can be reached, so that the reason is read out, but does nothing. */
  readonly isDisabled?: boolean
}

export type MenuBody = {
  /** Accessible name of the menu. */
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly onAction: (id: string) => void
  /** Makes it a choice of one: the item with a tick. */
  readonly selected?: string
}

export type Placement = 'bottom start' | 'bottom end' | 'top start' | 'right top'

/** A button that opens a menu, which is loaded when it is first opened. `children` is the button (Button or IconButton). */
export function Menu({
  children,
  placement = 'bottom start',
  ...body
}: MenuBody & {
  readonly children: ReactElement<Pick<ButtonProps, 'onPress' | 'onKeyDown'>>
  readonly placement?: Placement
}) {
  const [anchor, setAnchor] = useState<Element | null>(null)
  const button = cloneElement<ButtonProps>(children, {
    'aria-haspopup': 'menu',
    'aria-expanded': anchor !== null,
    onPress: ({ target }) => {
      setAnchor(target)
    },
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return event.continuePropagation()
      event.preventDefault()
      setAnchor(event.currentTarget)
    },
  })
  return (
    <>
      {button}
      {anchor === null ? null : (
        <Suspense fallback={null}>
          <AnchoredMenu
            {...body}
            anchor={anchor}
            placement={placement}
            onClose={() => {
              setAnchor(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
