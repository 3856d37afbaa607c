/**
 * Loads a module that may not come: the network is gone, or a server that was renewed has another one in its place. Asked
 * again after a failure, it asks at another address, as Chromium keeps the failure of an address for good.
 */
export function loadAgain<Module>(
  load: () => Promise<Module>,
  importFrom: (address: string) => Promise<Module> = importModule,
): () => Promise<Module> {
  let lost = ''
  let tries = 0
  return async () => {
    try {
      if (lost === '') return await load()
      tries += 1
      return await importFrom(`${lost}?again=${tries}`)
    } catch (error) {
      lost = addressIn(error) || lost
      throw error
    }
  }
}

/** Browsers name the module that they could not load; '' where they don't, and then they ask for it again by themselves. */
function addressIn(error: unknown): string {
  const [address = ''] = error instanceof Error ? (/https?:\/\/[^\s?]+/u.exec(error.message) ?? []) : []
  return address
}

const importModule = <Module>(address: string): Promise<Module> =>
  import(/* @vite-ignore */ address) as Promise<Module>
