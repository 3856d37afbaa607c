import type { ReactElement } from 'react'
import type { ReportedFlag } from '../../../domain/checks/check-report.ts'
import { mayChangeChecks } from '../../../domain/checks/checks-access.ts'
import { useActions, useDesk, useOpenStory } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import { announce } from '../../../ui/announce.ts'
import { useMayComment } from '../comments/use-may-comment.ts'
import styles from './checks.module.css'
import { fixLabel } from './flag-words.ts'
import { useFix } from './use-fix.ts'

const NONE: readonly never[] = []

/** What can be done about a flag: put right, here or wherever the same is found, or let stand. */
export function FlagActions({
  id,
  flag,
  onDone,
}: {
  readonly id: string
  readonly flag: ReportedFlag
  readonly onDone: () => void
}): ReactElement {
  const flags = useOpenStory(id, (story) => story.checks.flags) ?? NONE
  const mayWrite =
    useOpenStory(id, ({ access }) => access.right === 'edit' || access.right === 'suggest') ?? false
  const suggesting = useOpenStory(id, (story) => story.suggesting) ?? false
  const mayIgnore = useMayComment(id)
  const mayAllow = useDesk(({ me }) => mayChangeChecks(me?.role, 'allow'))
  const actions = useActions()
  const fix = useFix(id)
  const alike = flags.filter(
    (one) => one.check === flag.check && one.rule === flag.rule && one.fixes.length > 0,
  )
  const ignore = (scope: 'here' | 'story'): void => {
    actions.ignoreFlags(id, [flag], scope)
    announce(scope === 'here' ? 'Ignored here' : 'Ignored in this story')
    onDone()
  }
  const allow = (): void => {
    const { check, rule, words } = flag
    const isWord = check === 'spelling'
    actions.changeChecks(
      { type: 'allow', words: isWord ? [words] : [], allowed: isWord ? [] : [{ check, rule, words }] },
      `“${words}” is always allowed from now on, in all stories. Settings has the list.`,
    )
    onDone()
  }
  return (
    <div className={styles['actions']}>
      {mayWrite
        ? flag.fixes.slice(0, 5).map((words, index) => (
            <Button
              key={words}
              size="small"
              kind={index === 0 ? 'primary' : 'default'}
              onPress={() => {
                fix([{ flag, words }])
                onDone()
              }}
            >
              {fixLabel(words, flag.words, suggesting)}
            </Button>
          ))
        : null}
      {mayWrite && alike.length > 1 && flag.fixes.length > 0 ? (
        <Button
          size="small"
          onPress={() => {
            fix(alike.flatMap((one) => one.fixes.slice(0, 1).map((words) => ({ flag: one, words }))))
            onDone()
          }}
        >
          {suggesting ? 'Suggest' : 'Replace'} all {alike.length}{' '}
          {alike.every(({ words }) => words === flag.words) ? 'like this' : 'of this kind'}
        </Button>
      ) : null}
      {mayIgnore && flag.weight !== 'right' ? (
        <>
          <Button size="small" kind="quiet" onPress={() => ignore('here')}>
            Ignore here
          </Button>
          <Button size="small" kind="quiet" onPress={() => ignore('story')}>
            Ignore in this story
          </Button>
        </>
      ) : null}
      {mayAllow && flag.weight !== 'right' ? (
        <Button size="small" kind="quiet" onPress={allow}>
          Always allow
        </Button>
      ) : null}
    </div>
  )
}
