import { useEffect } from 'react'
import type { AccountForm, FormState } from '../../store/accounts-state.ts'
import { useActions, useDesk } from '../../store/use-desk.ts'

/** How it goes with what a form on screen has sent; undefined before it is sent. Forgotten when the form goes. */
export function useAccountForm(form: AccountForm): FormState | undefined {
  const actions = useActions()
  useEffect(() => () => actions.leaveForm(form), [actions, form])
  return useDesk((state) => state.accounts?.forms[form])
}
