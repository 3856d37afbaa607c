/** A part of Stet that is loaded when it is first needed could not be: the network is gone, or a new version took its place. */
export class MissingPart extends Error {
  constructor(cause: unknown) {
    super(
      'A part of Stet could not be loaded, so this was not done. What was written is safe. Check the connection and try again; if that doesn’t help, reload the page.',
      { cause },
    )
    this.name = 'MissingPart'
  }
}

/**
 * Loads a part of the backend that most visits never need. To be awaited before a transaction begins: IndexedDB ends one
 * that waits for anything else. Throws MissingPart, which `refusingFailures` makes a refusal.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load()
  } catch (error) {
    throw new MissingPart(error)
  }
}
