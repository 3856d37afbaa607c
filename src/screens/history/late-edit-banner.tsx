import { useState, type ReactElement } from 'react'
import type { StoryHistory } from '../../store/story-history.ts'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import { ago, inFull } from '../desk/ago.ts'
import { useNow, ZONE } from '../use-now.ts'
import { DiscardLateEdit } from './discard-late-edit.tsx'
import styles from './late-edit-banner.module.css'
import { LateEditDifference } from './late-edit-difference.tsx'
import { whyNotWriteBack } from './why-not-write-back.ts'

type LateEdit = Extract<NonNullable<StoryHistory['lateEdits']>, { status: 'ready' }>['value'][number]

/** One writer's words that came too late: whose, when, what differs, and the two ways to go on with them. */
export function LateEditBanner({ id, edit }: { readonly id: string; readonly edit: LateEdit }): ReactElement {
  const actions = useActions()
  const [isShown, setShown] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const now = useNow()
  const name = useDesk(({ me, people }) =>
    me?.id === edit.by ? 'you' : (people.find((person) => person.id === edit.by)?.name ?? 'somebody'),
  )
  const reason = useOpenStory(id, whyNotWriteBack) ?? 'The story is not open.'
  const isBusy = useDesk(({ histories }) => histories[id]?.busy === edit.key)
  return (
    <section aria-label="Words that came too late" className={styles['late']}>
      <Banner
        tone="warn"
        action={
          <span className={styles['buttons']}>
            <Button size="small" aria-expanded={isShown} onPress={() => setShown(!isShown)}>
              What differs
            </Button>
            <ReasonedButton
              size="small"
              off={isBusy ? 'One moment…' : reason}
              onPress={() => actions.bringBackLateEdit(id, edit.key)}
            >
              Bring back as suggestions
            </ReasonedButton>
            <Button size="small" kind="danger" isDisabled={isBusy} onPress={() => setAsking(true)}>
              Discard
            </Button>
          </span>
        }
      >
        <strong>Words that came too late.</strong> Written by {name},{' '}
        <time dateTime={edit.at} title={inFull(edit.at, ZONE)}>
          {ago(edit.at, now, ZONE)}
        </time>
        , when the story was closed already. They are not in the story; they are kept in this browser.
        {reason === '' ? null : <> They can be brought back once the story is open to you again: {reason}</>}
      </Banner>
      {isShown ? <LateEditDifference edit={edit} /> : null}
      {isAsking ? (
        <DiscardLateEdit
          onClose={() => setAsking(false)}
          onDiscard={() => {
            setAsking(false)
            actions.discardLateEdit(id, edit.key)
          }}
        />
      ) : null}
    </section>
  )
}
