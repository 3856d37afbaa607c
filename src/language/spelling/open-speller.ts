import type { Dialect } from '../../domain/checks/check-settings.ts'
import { NO_DICTIONARY, openDictionary, type Dictionary } from './dictionary.ts'
import type { Harper } from './harper.ts'
import { LineSpeller } from './line-speller.ts'
import type { Speller } from './speller.ts'
import { spellerFiles, type SpellerFiles } from './speller-files.ts'

export type SpellerParts = {
  /** Opens harper from where its WebAssembly is: `openHarper` in this thread, `openHarperInWorker` in one of its own. */
  readonly openHarper: (url: string, dialect: Dialect) => Promise<Harper>
  /** Where its files are; this app's own if nothing else is said. */
  readonly files?: SpellerFiles
  /** Reads a text file. */
  readonly readText?: (url: string) => Promise<string>
}

/**
 * Loads what checks spelling: harper and a dictionary. Without harper (WebAssembly is blocked, or it can't be loaded) the
 * dictionary alone, which knows no grammar. Made for a worker: it needs no page, and keeps its thread busy. Never rejects;
 * `state` says what is at work.
 */
export async function openSpeller(dialect: Dialect, parts: SpellerParts): Promise<Speller> {
  const { files = spellerFiles(dialect), readText = fetchText, openHarper } = parts
  const [harper, dictionary] = await Promise.all([
    openHarper(files.harper, dialect).catch((): Harper | null => null),
    loadDictionary(files, readText),
  ])
  return new LineSpeller(dialect, dictionary, harper)
}

async function loadDictionary(
  { affixes, words }: SpellerFiles,
  readText: (url: string) => Promise<string>,
): Promise<Dictionary> {
  try {
    const [rules, list] = await Promise.all([readText(affixes), readText(words)])
    return openDictionary(rules, list)
  } catch {
    return NO_DICTIONARY
  }
}

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return answer.text()
}
