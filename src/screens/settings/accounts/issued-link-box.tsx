import { Copy } from 'lucide-react'
import { useEffect, useRef, type ReactElement } from 'react'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { announce } from '../../../ui/announce.ts'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { inFull } from '../../desk/ago.ts'
import { copyText } from '../../story/copy-text.ts'
import { ZONE } from '../../use-now.ts'
import styles from '../settings-page.module.css'

/** A link that was just made, shown once, to be copied and given to whoever it is for. */
export function IssuedLinkBox(): ReactElement | null {
  const actions = useActions()
  const issued = useDesk((state) => state.accounts?.issued ?? null)
  const boxRef = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    if (issued) boxRef.current?.querySelector('input')?.select()
  }, [issued])
  useEffect(() => () => actions.forgetLink(), [actions])
  if (!issued) return null
  const { kind, name, link, expiresAt } = issued
  const copy = async (): Promise<void> => {
    if (await copyText(link, 'text/plain')) announce('Copied the link')
    else {
      boxRef.current?.querySelector('input')?.select()
      actions.notify('problem', 'This browser does not let Stet copy. The link is selected: copy it by key.')
    }
  }
  return (
    <fieldset ref={boxRef} aria-label={`Link for ${name}`} className={styles['issued']}>
      <TextField
        label={`Link for ${name}`}
        value={link}
        isReadOnly
        description={
          kind === 'invitation'
            ? `Give it to ${name} only. It works once, until ${inFull(expiresAt, ZONE)}, and is not shown again.`
            : `With it ${name} sets a new password. It works once, until ${inFull(expiresAt, ZONE)}, and is not shown again.`
        }
      />
      <div className={styles['buttons']}>
        <Button kind="primary" icon={<Copy aria-hidden />} onPress={() => void copy()}>
          Copy link
        </Button>
        <Button onPress={() => actions.forgetLink()}>Done</Button>
      </div>
    </fieldset>
  )
}
