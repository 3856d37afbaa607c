import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { HouseRule } from '../../../domain/checks/house-rule.ts'
import type { StoriesTrial } from '../../../store/stories-trial.ts'
import { useActions, useDesk } from '../../../store/use-desk.ts'
import { Button } from '../../../ui/button.tsx'
import styles from './checks.module.css'

/** Tries rules on all stories of the desk, and lists where they have hits. */
export function StoriesTest({ rules }: { readonly rules: readonly HouseRule[] }): ReactElement {
  const trial = useDesk((state) => state.storiesTrial)
  const actions = useActions()
  const isRunning = trial?.status === 'running'
  return (
    <div className={styles['part']}>
      <div className={styles['buttons']}>
        {isRunning ? (
          <Button size="small" onPress={() => actions.stopTrial()}>
            Stop
          </Button>
        ) : (
          <Button size="small" isDisabled={rules.length === 0} onPress={() => actions.tryOnStories(rules)}>
            Test against all stories
          </Button>
        )}
        {trial && !isRunning ? (
          <Button size="small" kind="quiet" onPress={() => actions.forgetTrial()}>
            Clear
          </Button>
        ) : null}
      </div>
      {trial && isRunning && trial.total > 0 ? (
        <progress aria-label="Stories looked at" max={trial.total} value={trial.done} />
      ) : null}
      <output className={styles['quiet']}>{trial ? saidOf(trial) : ''}</output>
      {trial?.stopped.map(({ rule }) => (
        <p key={rule} className={styles['problem']}>
          The rule “{rule}” was stopped: on one of the stories it takes too long.
        </p>
      ))}
      {trial && trial.hits.length > 0 ? (
        <ul className={styles['hits']} aria-label="Hits in stories">
          {trial.hits.map(({ story, headline, rule, before, words, after }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- two hits may be alike in everything
            <li key={at}>
              <Link href={`/stories/${story}`}>{headline || 'Untitled'}</Link>{' '}
              <span>
                {before}
                <mark>{words}</mark>
                {after}
              </span>
              <span className={styles['quiet']}> {rule}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function saidOf(trial: StoriesTrial): string {
  const { status, message, done, total, left, hits, count } = trial
  const stories = `${done} of ${total} ${total === 1 ? 'story' : 'stories'}`
  const found = `${count} ${count === 1 ? 'hit' : 'hits'}${count > hits.length ? `, of which the first ${hits.length} are listed` : ''}`
  const rest = left > 0 ? ` ${left} older ${left === 1 ? 'story was' : 'stories were'} not looked at.` : ''
  switch (status) {
    case 'running':
      return `Looking: ${stories}, ${found}.`
    case 'done':
      return `Looked at ${stories}: ${found}.${rest}`
    case 'stopped':
      return `Stopped after ${stories}: ${found}.`
    default:
      return message
  }
}
