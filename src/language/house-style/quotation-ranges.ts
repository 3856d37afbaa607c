/** A stretch of a text in UTF-16 units: what stands between the marks, without them. */
export type Quotation = { readonly from: number; readonly to: number }

const LETTER = /[\p{L}\p{M}\p{N}]/u
/** What may stand before a mark that opens. */
const BEFORE_OPENING = /[\s([{<\-–—/“‘"'\uFFFC]/u

/**
 * What a text quotes, in double or single marks, curly, straight or French. Double marks that are never closed quote to the end
 * (as each paragraph of a long quotation begins with one); a single mark that isn't closed is an apostrophe. Ascending,
 * none inside of another. Time grows with the text's length.
 */
export function quotationRanges(text: string): readonly Quotation[] {
  const doubles = doubleQuotations(text)
  const singles = singleQuotations(text)
  const outer: Quotation[] = []
  let end = -1
  for (const one of [...doubles, ...singles].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.from < end) continue
    outer.push(one)
    end = one.to
  }
  return outer
}

function doubleQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  let open = -1
  let depth = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const opens =
      sign === '“' || sign === '„' || sign === '«' || (sign === '"' && open < 0 && isOpening(text, at))
    const closes = !opens && (sign === '”' || sign === '»' || (sign === '"' && open >= 0))
    if (opens) {
      if (open < 0) open = at + 1
      // A second opening mark, when the first was never closed: the rest of a long quotation.
      depth = sign === '«' ? depth + 1 : 1
    } else if (closes && open >= 0) {
      depth -= 1
      if (depth > 0) continue
      found.push({ from: open, to: at })
      open = -1
    }
  }
  if (open >= 0) found.push({ from: open, to: text.length })
  return found
}

function singleQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = []
  let open = -1
  let last = -1
  const close = (): void => {
    if (open >= 0 && last > open) found.push({ from: open, to: last })
    open = -1
    last = -1
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign !== '‘' && sign !== '’' && sign !== "'") continue
    const isOpen = sign !== '’' && isOpening(text, at) && !isLeftOut(text, at)
    if (isOpen && open < 0) open = at + 1
    else if (isOpen && last >= 0) {
      close()
      open = at + 1
    } else if (open >= 0 && sign !== '‘' && isClosing(text, at) && last < 0) {
      // A mark behind an s can be a possessive; it closes only where no better one comes before the next opening.
      if (/s/iu.test(text.charAt(at - 1)) && hasBetterClosing(text, at, open)) continue
      last = at
      close()
    }
  }
  return found
}

/** Whether a mark further on, at most a sentence away, closes surely: behind a sentence's end or before one. */
function hasBetterClosing(text: string, at: number, open: number): boolean {
  const rest = text.slice(at + 1, Math.min(text.length, open + 400))
  if (/^[.,;:!?]/u.test(rest)) return false
  const next = /(‘|(?<=\s)'(?=\S))|[’'](?![\p{L}\p{M}\p{N}])/u.exec(rest)
  return next !== null && next[1] === undefined
}

function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  return (before === '' || BEFORE_OPENING.test(before)) && after !== '' && !/\s/u.test(after)
}

function isClosing(text: string, at: number): boolean {
  return !/\s/u.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(at + 1))
}

/** An apostrophe that stands for what was left out at a word's start: ’90s, ’em, ’til. */
function isLeftOut(text: string, at: number): boolean {
  return /^['‘](?:\d{2}s?|em|til|tis|twas|cause|n)(?![\p{L}\p{N}])/iu.test(text.slice(at, at + 8))
}
