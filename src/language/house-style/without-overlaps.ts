import type { LineFlag } from '../../domain/checks/flag.ts'

/**
 * Of flags that overlap, one stays: what a newsroom insists on before all else, then the longer, then that of the rule which
 * stands later among the rules (so a newsroom's own wins over the starter set). Give the flags in their rules' order; they
 * come back in the order of the text.
 */
export function withoutOverlaps(flags: readonly LineFlag[]): readonly LineFlag[] {
  if (flags.length < 2) return flags
  const ranked = flags
    .map((flag, order) => ({ flag, order }))
    .sort(
      (a, b) =>
        Number(b.flag.weight === 'forced') - Number(a.flag.weight === 'forced') ||
        lengthOf(b.flag) - lengthOf(a.flag) ||
        b.order - a.order,
    )
  const end = Math.max(...flags.map(({ to }) => to))
  const taken = new Uint8Array(end)
  const kept: LineFlag[] = []
  for (const { flag } of ranked) {
    // No flag that comes later is longer than one that was taken, but for forced ones: so every unit is looked at.
    if (taken.subarray(flag.from, flag.to).includes(1)) continue
    taken.fill(1, flag.from, flag.to)
    kept.push(flag)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function lengthOf(flag: LineFlag): number {
  return flag.to - flag.from
}
