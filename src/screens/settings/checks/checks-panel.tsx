import type { ReactElement } from 'react'
import { mayChangeChecks } from '../../../domain/checks/checks-access.ts'
import { useDesk } from '../../../store/use-desk.ts'
import { Panel } from '../panel.tsx'
import styles from './checks.module.css'
import { Fold } from './fold.tsx'
import { GeneralPart } from './general-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { SwitchesPart } from './switches-part.tsx'
import { WordsPart } from './words-part.tsx'

/** What stories are checked for on this desk, the same for everybody. Chiefs change it, others read it. */
export function ChecksPanel(): ReactElement {
  const settings = useDesk((state) => state.checkSettings)
  const role = useDesk((state) => state.me?.role)
  const mayChange = mayChangeChecks(role, 'set')
  const mayAllow = mayChangeChecks(role, 'allow')
  return (
    <Panel name="Checks">
      <p className={styles['quiet']}>
        What stories are checked for, the same for everybody on this desk.
        {mayChange
          ? ''
          : mayAllow
            ? ' You may change what is always allowed; a chief changes the rest.'
            : ' A chief changes it.'}
      </p>
      {settings.status === 'loading' ? <output>Loading…</output> : null}
      {settings.status === 'failed' ? <p role="alert">{settings.message}</p> : null}
      {settings.status === 'ready' ? (
        <>
          <GeneralPart settings={settings.value} mayChange={mayChange} />
          <SwitchesPart off={settings.value.checksOff} mayChange={mayChange} />
          <WordsPart settings={settings.value} mayAllow={mayAllow} />
          <Fold
            title="House rules"
            aside={`${settings.value.rules.length.toLocaleString('en-GB')} of the newsroom’s own`}
          >
            <RulesPart settings={settings.value} mayChange={mayChange} />
          </Fold>
        </>
      ) : null}
    </Panel>
  )
}
