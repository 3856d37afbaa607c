import { BookmarkPlus, Ellipsis, ScrollText } from 'lucide-react'
import { Suspense, useState, type ReactElement } from 'react'
import { useLocation } from 'wouter'
import { accessTo, allows } from '../../domain/access.ts'
import type { Person } from '../../domain/person.ts'
import type { StoryRecord } from '../../domain/story-record.ts'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { MenuItem } from '../../ui/menu.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ReasonedButton } from '../../ui/reasoned-button.tsx'
import type { OfferedStep, RowStepName } from '../desk/row-steps.ts'
import { ROW_STEPS, titled, undoOf } from '../desk/row-steps.ts'
import { STEP_ICONS } from '../desk/step-icons.tsx'
import { useQueueSuffix } from '../use-next-story.ts'
import type { AskedStep } from './step-dialog.tsx'
import { offeredSteps } from './story-steps.ts'
import { lazyPart } from '../lazy-part.tsx'

// Most visits to a story take no step.
const StepDialog = lazyPart(() => import('./step-dialog.tsx'), 'StepDialog', 'floating')

const KEEP = 'keep version'

const DIGEST_ITEM: MenuItem = {
  id: 'digest',
  label: 'What the desk changed',
  icon: <ScrollText aria-hidden />,
}

/** What is asked for before it is done; all other steps are done at once. */
const ASKED: ReadonlySet<string> = new Set<AskedStep>([
  'request changes',
  'reopen',
  'approve',
  'take over',
  'spike',
  KEEP,
])

/** The steps of the workflow: the next one is a button, the rest stand in a menu; what is off says why. */
export function WorkflowButtons({ id }: { readonly id: string }): ReactElement | null {
  const record = useOpenStory(id, (story) => story.record)
  const me = useDesk((state) => state.me)
  return record && me ? <Steps record={record} me={me} /> : null
}

function Steps({ record, me }: { readonly record: StoryRecord; readonly me: Person }): ReactElement {
  const actions = useActions()
  // The summary on the record is behind by what was just typed; what is said of the story names it as it is on the page.
  const headline = useOpenStory(record.id, (story) => story.headline) ?? record.summary.headline
  const [asked, setAsked] = useState<AskedStep | null>(null)
  const [, navigate] = useLocation()
  const queue = useQueueSuffix()
  const { main, more } = offeredSteps(record, me)
  const items = more.map(stepItem)
  const take = (step: string): void => {
    if (step === DIGEST_ITEM.id) return navigate(`/stories/${record.id}/digest${queue}`)
    if (isAsked(step)) return setAsked(step)
    const how = ROW_STEPS[step as RowStepName]
    if (how.how !== 'at once') return
    const title = titled({ summary: { ...record.summary, headline } })
    actions.act(record.id, how.action, how.done(title), undoOf(record, me, how))
  }
  return (
    <>
      {main.map(({ step, why }, index) => (
        <ReasonedButton
          key={step}
          kind={index === main.length - 1 ? 'primary' : 'default'}
          off={why}
          onPress={() => take(step)}
        >
          {nameOf(step)}
        </ReasonedButton>
      ))}
      <Menu
        label="More actions"
        // What takes the story off the desk stands last, away from the rest.
        items={[
          ...items.filter(({ danger }) => danger !== true),
          keepItem(record, me),
          DIGEST_ITEM,
          ...items.filter(({ danger }) => danger === true),
        ]}
        placement="bottom end"
        onAction={take}
      >
        <IconButton label="More actions" icon={<Ellipsis aria-hidden />} />
      </Menu>
      {asked === null ? null : (
        <Suspense fallback={null}>
          <StepDialog step={asked} record={record} me={me} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}

const isAsked = (step: string): step is AskedStep => ASKED.has(step)

/** Buttons bear the bare name of their step. */
const nameOf = (step: RowStepName): string => ROW_STEPS[step].name.replace('…', '')

const stepItem = ({ step, why }: OfferedStep): MenuItem => ({
  id: step,
  label: nameOf(step),
  icon: STEP_ICONS[step],
  danger: step === 'spike',
  ...(why === '' ? {} : { isDisabled: true, about: why }),
})

function keepItem(record: StoryRecord, me: Person): MenuItem {
  const access = accessTo(record, me)
  return {
    id: KEEP,
    label: 'Keep version',
    icon: <BookmarkPlus aria-hidden />,
    ...(allows(access, 'comment') ? {} : { isDisabled: true, about: access.why }),
  }
}
