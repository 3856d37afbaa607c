import { codeText } from './house-style/java/write-set.ts'

/** Latin letters with their accents; dashes, quotes and currencies; what stands for a note (`UNREAD`). */
const NEWS: readonly (readonly [from: number, to: number])[] = [
  [0, 0x24f],
  [0x2010, 0x2027],
  [0x20a0, 0x20bf],
  [0xfffc, 0xfffc],
]
const TEXTS = NEWS.map(([from, to]) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, at) => from + at)),
)
const NARROW = new RegExp(
  `^[${NEWS.map(([from, to]) => `${codeText(from)}-${codeText(to)}`).join('')}]*$`,
  'u',
)

/** By flags and class. There are as many as Unicode has names for. */
const known = new Map<string, string>()

/** Whether a text has nothing in it but what nearly all news copy is made of. */
export const isNarrow = (text: string): boolean => NARROW.test(text)

/**
 * A pattern for texts that are narrow: it finds the same in them, but of what Unicode has a name for, its letters for
 * instance, it knows only what stands in such texts. A browser takes forty times as long to make ready one that knows all
 * letters there are, and nearly every rule begins or ends with a word. Takes patterns with the flags g and u or v, which
 * name such things within classes only.
 */
export function narrowPattern(source: string, flags: string): string {
  return source.replaceAll(/\\p\{[^{}]+\}/g, (name) => {
    const key = `${flags} ${name}`
    const narrow = known.get(key) ?? rangesOf(name, flags)
    known.set(key, narrow)
    return narrow
  })
}

/** What of a named class stands in narrow texts, for the inside of a class. */
function rangesOf(name: string, flags: string): string {
  return TEXTS.flatMap((text) =>
    Array.from(text.matchAll(new RegExp(`[${name}]+`, flags)), ({ 0: { length }, index, input }) => {
      const [from, to] = [input.charCodeAt(index), input.charCodeAt(index + length - 1)]
      return from === to ? codeText(from) : `${codeText(from)}-${codeText(to)}`
    }),
  ).join('')
}
