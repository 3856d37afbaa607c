import { useState } from 'react'

/** What is wrong with a value and how to mend it; '' is "nothing". */
export type Check = (value: string) => string

type Errors = Readonly<Record<string, string>>

export type Fields<Name extends string> = {
  readonly values: Readonly<Record<Name, string>>
  /** What a field is given: its value, what is wrong with it, and where what is typed goes. */
  readonly field: (name: Name) => {
    readonly name: string
    readonly value: string
    readonly error: string
    readonly onChange: (value: string) => void
  }
  /** Looks at all fields; where one is wrong says so beside it, and answers false. */
  readonly check: () => boolean
  /** How often it was found that a field is wrong. */
  readonly wrong: number
  readonly clear: () => void
}

/** The fields of a form with what they hold. What was wrong is looked at again with each key, what was not yet is not. */
export function useFields<Name extends string>(
  start: Readonly<Record<Name, string>>,
  checks: Readonly<Partial<Record<Name, Check>>>,
): Fields<Name> {
  const [values, setValues] = useState(start)
  const [errors, setErrors] = useState<Errors>({})
  const [wrong, setWrong] = useState(0)
  const problemOf = (name: Name, value: string): string => checks[name]?.(value) ?? ''
  return {
    values,
    wrong,
    field: (name) => ({
      name,
      value: values[name],
      error: errors[name] ?? '',
      onChange: (value) => {
        setValues((now) => ({ ...now, [name]: value }))
        setErrors((now) => ((now[name] ?? '') === '' ? now : { ...now, [name]: problemOf(name, value) }))
      },
    }),
    check() {
      const names = Object.keys(values) as Name[]
      const found = names.map((name) => [name, problemOf(name, values[name])] as const)
      setErrors(Object.fromEntries(found))
      const isRight = found.every(([, problem]) => problem === '')
      if (!isRight) setWrong((count) => count + 1)
      return isRight
    },
    clear() {
      setValues(start)
      setErrors({})
    },
  }
}
