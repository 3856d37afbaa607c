import { lazy, useEffect, useState, type ComponentType, type ReactElement, type ReactNode } from 'react'
import { PartBoundary, PartNotLoaded } from './part-boundary.tsx'

type PropsOf<Part> = Part extends (props: infer Props extends object) => ReactNode ? Props : object

/**
 * A component of a module that is loaded when it is first shown. Where that fails it says so in its place, and tries again
 * when asked to, or when it is shown anew: React's own `lazy` would keep a failure for good.
 */
export function lazyPart<Module extends object, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  place: 'here' | 'floating' = 'here',
): ComponentType<PropsOf<Module[Name]>> {
  type Props = PropsOf<Module[Name]>
  let lost = ''
  let tries = 0
  const attempt = (): ComponentType<Props> =>
    lazy(async () => {
      try {
        const part = lost === '' ? await load() : await loadAnew<Module>(lost, (tries += 1))
        return { default: part[name] as ComponentType<Props> }
      } catch (error) {
        lost = addressIn(error)
        hasFailed = true
        throw new PartNotLoaded(error)
      }
    })
  const renew = (): void => {
    hasFailed = false
    current = attempt()
  }
  let hasFailed = false
  let current = attempt()

  return function LazyPart(props: Props): ReactElement {
    const [Part, setPart] = useState(() => current)
    useEffect(
      () => () => {
        if (hasFailed) renew()
      },
      [],
    )
    return (
      <PartBoundary
        place={place}
        onRetry={() => {
          renew()
          setPart(() => current)
        }}
      >
        <Part {...props} />
      </PartBoundary>
    )
  }
}

/** Browsers name the module that they could not load; '' where they don't, and then they ask for it again by themselves. */
const addressIn = (error: unknown): string =>
  error instanceof Error ? (/https?:\/\/\S+/u.exec(error.message)?.[0] ?? '') : ''

/** Chromium keeps the failure of an address for good, so that the module is asked for at another one. */
async function loadAnew<Module>(address: string, tries: number): Promise<Module> {
  const [plain = address] = address.split('?')
  return (await import(/* @vite-ignore */ `${plain}?again=${tries}`)) as Module
}
