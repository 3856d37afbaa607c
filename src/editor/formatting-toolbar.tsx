import type { Editor } from '@tiptap/core'
import { ImagePlus } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Fragment, useRef, useState } from 'react'
import { offerPictures } from './clipboard/place-pictures.ts'
import styles from './formatting-toolbar.module.css'
import { hostOf } from './keys.ts'
import { runCommand } from './run-command.ts'
import { ariaShortcut, shortcutText } from './shortcuts.ts'
import type { ToolbarItem } from './toolbar-items.ts'
import { TOOLBAR_GROUPS } from './toolbar-items.ts'
import { useToolbarState } from './use-toolbar-state.ts'

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/gif,image/avif'

const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)

/**
 * The toolbar of the editor that has, or last had, the focus. One stop for Tab; arrows, Home and End go from button to
 * button. A press leaves focus and selection in the text.
 */
export function FormattingToolbar({
  editor,
  children,
}: {
  readonly editor: Editor | null
  /** More buttons of the page, at the end; they are reached by the arrows too. */
  readonly children?: ReactNode
}) {
  const state = useToolbarState(editor)
  const bar = useRef<HTMLDivElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [stop, setStop] = useState('')
  const host = editor === null ? null : hostOf(editor)
  const first = TOOLBAR_GROUPS[0]?.[0]?.label ?? ''
  const current = stop === '' ? first : stop

  const run = ({ does }: ToolbarItem): void => {
    if (editor === null) return
    if (typeof does === 'function') runCommand(editor, does)
    else host?.[does]()
  }
  const button = (item: ToolbarItem): ReactNode => {
    const pressed = item.pressed?.(state)
    return (
      <ToolbarButton
        key={item.label}
        label={item.label}
        keys={item.keys}
        icon={item.icon}
        pressed={pressed}
        enabled={item.enabled(state)}
        stop={current === item.label}
        onStop={setStop}
        onRun={() => run(item)}
      />
    )
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Formatting"
      aria-orientation="horizontal"
      tabIndex={-1}
      className={styles['toolbar']}
      onKeyDown={(event) => moveFocus(event, bar.current)}
    >
      {TOOLBAR_GROUPS.map((group) => (
        <Fragment key={group[0]?.label}>
          {group.map(button)}
          <span className={styles['gap']} />
        </Fragment>
      ))}
      <ToolbarButton
        label="Picture"
        keys={null}
        icon={ImagePlus}
        pressed={undefined}
        enabled={state.blocks && state.editable && (host?.takePictures ?? null) !== null}
        stop={current === 'Picture'}
        onStop={setStop}
        onRun={() => files.current?.click()}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={PICTURE_TYPES}
        aria-label="Picture file"
        onChange={(event) => {
          const chosen = Array.from(event.currentTarget.files ?? [])
          if (editor !== null && host !== null) {
            offerPictures(editor.view, host, chosen, editor.state.selection.to)
          }
          // The same file may be chosen again.
          event.currentTarget.value = ''
        }}
      />
      {children}
    </div>
  )
}

function ToolbarButton(props: {
  readonly label: string
  readonly keys: string | null
  readonly icon: LucideIcon
  readonly pressed: boolean | undefined
  readonly enabled: boolean
  readonly stop: boolean
  readonly onStop: (label: string) => void
  readonly onRun: () => void
}) {
  const { label, keys, icon: Icon, pressed, enabled, stop } = props
  const mac = onMac()
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      aria-pressed={pressed}
      // Not `disabled`: the arrows go over a button that can't be used here, so that it can be found at all.
      aria-disabled={!enabled}
      aria-keyshortcuts={keys === null ? undefined : ariaShortcut(keys, mac)}
      data-tip={keys === null ? label : `${label}  ${shortcutText(keys, mac)}`}
      tabIndex={stop ? 0 : -1}
      onFocus={() => props.onStop(label)}
      // The text keeps its focus and its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (enabled) props.onRun()
      }}
    >
      <Icon aria-hidden size={16} />
    </button>
  )
}

function moveFocus(event: KeyboardEvent, bar: HTMLElement | null): void {
  if (bar === null || event.altKey || event.ctrlKey || event.metaKey) return
  const buttons = Array.from(bar.querySelectorAll<HTMLElement>('button'))
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  const onwards = getComputedStyle(bar).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const next =
    event.key === 'Home'
      ? 0
      : event.key === 'End'
        ? buttons.length - 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowRight'
          ? (at + (event.key === onwards ? 1 : -1) + buttons.length) % buttons.length
          : null
  if (next === null) return
  event.preventDefault()
  buttons[next]?.focus()
}
