import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { announce } from './announce.ts'
import { classes } from './classes.ts'
import styles from './menu.module.css'

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

type MenuBody = {
  /** Accessible name of the menu. */
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly onAction: (id: string) => void
  /** Makes it a choice of one: the item with a tick. */
  readonly selected?: string
}

type Placement = 'bottom start' | 'bottom end' | 'top start' | 'right top' | 'right bottom'

/** A button that opens a menu. `children` is the button (Button or IconButton). */
export function Menu({
  children,
  placement = 'bottom start',
  ...body
}: MenuBody & { readonly children: ReactNode; readonly placement?: Placement }) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={classes(styles['popover'])} placement={placement} offset={6}>
        <MenuList {...body} />
      </Popover>
    </MenuTrigger>
  )
}

/** A menu that stands open beside an element as long as it is there: one menu for a whole list of rows. */
export function AnchoredMenu({
  anchor,
  onClose,
  placement = 'bottom end',
  ...body
}: MenuBody & {
  readonly anchor: Element
  readonly onClose: () => void
  readonly placement?: Placement | 'bottom end'
}) {
  const anchorRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover
      className={classes(styles['popover'])}
      aria-label={body.label}
      triggerRef={anchorRef}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      placement={placement}
      offset={4}
    >
      <MenuList {...body} onClose={onClose} takesFocus />
    </Popover>
  )
}

function MenuList({
  label,
  items,
  onAction,
  selected,
  onClose,
  takesFocus = false,
}: MenuBody & { readonly onClose?: () => void; readonly takesFocus?: boolean }) {
  const choice =
    selected === undefined
      ? {}
      : { selectionMode: 'single' as const, selectedKeys: [selected], disallowEmptySelection: true }
  return (
    <AriaMenu
      aria-label={label}
      className={classes(styles['menu'])}
      onAction={(key) => {
        const item = items.find(({ id }) => id === key)
        if (item?.isDisabled !== true) onAction(String(key))
        else if (item.about !== undefined) announce(item.about)
      }}
      {...(takesFocus ? { autoFocus: 'first' as const } : {})}
      {...(onClose ? { onClose } : {})}
      {...choice}
    >
      {items.map((item) => (
        <AriaMenuItem
          key={item.id}
          id={item.id}
          textValue={item.label}
          ref={item.isDisabled === true ? markOff : markOn}
          shouldCloseOnSelect={item.isDisabled !== true}
          className={classes(
            styles['item'],
            item.danger === true && styles['danger'],
            item.isDisabled === true && styles['off'],
          )}
        >
          {item.icon}
          <span className={styles['words']}>
            {item.label}{' '}
            {item.about === undefined ? null : <span className={styles['about']}>{item.about}</span>}
          </span>
          {item.shortcut === undefined ? null : <kbd>{item.shortcut}</kbd>}
          {selected === item.id ? <Check aria-hidden /> : null}
        </AriaMenuItem>
      ))}
    </AriaMenu>
  )
}

/** What the library itself disables can't be reached by keyboard, and its reason not be heard. */
function markOff(element: Element | null): void {
  element?.setAttribute('aria-disabled', 'true')
}

function markOn(element: Element | null): void {
  element?.removeAttribute('aria-disabled')
}
