import { screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { BLANK_ACCOUNTS, type AccountsState } from '../../../src/store/accounts-state.ts'
import type { DeskState } from '../../../src/store/desk-state.ts'
import { stage } from '../stage.tsx'

export const PASSWORD = 'ferry under a full moon'

/** A page of a newsroom's desk; nobody is signed in unless `state` says so. */
export function entryStage(
  page: ReactNode,
  {
    accounts = {},
    state = {},
    path = '/',
  }: {
    readonly accounts?: Partial<AccountsState>
    readonly state?: Partial<DeskState>
    readonly path?: string
  } = {},
) {
  return stage(page, {
    path,
    state: {
      me: undefined,
      people: [],
      place: 'server',
      link: { isUp: true, unsent: 0 },
      accounts: { ...BLANK_ACCOUNTS, gate: 'signed out', ...accounts },
      ...state,
    },
  })
}

/** A field by its label: those of passwords have no role. */
export const field = (label: string): HTMLElement => screen.getByLabelText(label)
