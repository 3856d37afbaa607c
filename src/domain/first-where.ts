/** The first index below `length` at which `test` holds, if it holds from there on; `length` where it never does. */
export function firstWhere(length: number, test: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const half = (low + high) >> 1
    if (test(half)) high = half
    else low = half + 1
  }
  return low
}
