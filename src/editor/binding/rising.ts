/** The indexes of a longest rising part of some numbers. */
export function rising(values: readonly number[]): readonly number[] {
  const ends: number[] = []
  const previous: number[] = []
  values.forEach((value, index) => {
    let at = ends.findIndex((end) => (values[end] ?? 0) >= value)
    if (at < 0) at = ends.length
    previous[index] = at > 0 ? (ends[at - 1] ?? -1) : -1
    ends[at] = index
  })
  const out: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) out.unshift(at)
  return out
}
