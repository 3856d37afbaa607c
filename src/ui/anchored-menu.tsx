import { Check } from 'lucide-react'
import { useMemo } from 'react'
import { Menu as AriaMenu, MenuItem as AriaMenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { announce } from './announce.ts'
import { classes } from './classes.ts'
import type { MenuBody, Placement } from './menu.tsx'
import styles from './menu.module.css'

/** A menu that stands open beside an element as long as it is there: one menu for a whole list of rows. */
export function AnchoredMenu({
  anchor,
  onClose,
  placement = 'bottom end',
  ...body
}: MenuBody & {
  readonly anchor: Element
  readonly onClose: () => void
  readonly placement?: Placement
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
