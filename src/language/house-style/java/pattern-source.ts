import { NO_FLAGS, type PatternFlags } from './pattern-flags.ts'

/**
 * A pattern while it is being read: where one is, which flags hold there, and the first reason not to go on. From then on it
 * is at its end for everybody, so that every loop stops.
 */
export class PatternSource {
  readonly text: string
  at = 0
  flags: PatternFlags = NO_FLAGS
  groups = 0
  readonly names = new Map<string, number>()
  reason: string | null = null

  constructor(text: string) {
    this.text = text
  }

  get isAtEnd(): boolean {
    return this.reason !== null || this.at >= this.text.length
  }

  /** The character here as it is written, or '' at the end. */
  peek(): string {
    if (this.isAtEnd) return ''
    const sign = this.text.charAt(this.at)
    return sign < '\ud800' ? sign : String.fromCodePoint(this.text.codePointAt(this.at) ?? 0)
  }

  next(): string {
    const sign = this.peek()
    this.at += sign.length
    return sign
  }

  /** Goes over `words` if they stand here. */
  take(words: string): boolean {
    if (this.isAtEnd || !this.text.startsWith(words, this.at)) return false
    this.at += words.length
    return true
  }

  /** Goes over what a sticky expression finds here. */
  match(expression: RegExp): RegExpExecArray | null {
    if (this.isAtEnd) return null
    expression.lastIndex = this.at
    const found = expression.exec(this.text)
    if (found) this.at += found[0].length
    return found
  }

  refuse(reason: string): void {
    this.reason ??= reason
  }

  /** Under the flag x: goes over white space and comments. */
  skipComments(): void {
    if (this.flags.comments) this.match(/(?:[\t-\r ]|#[^\n\r\u0085\u2028\u2029]*)+/y)
  }
}
