/** How many changes are not with the server yet: "1 unsent change". */
export const unsentWords = (unsent: number): string =>
  unsent === 1 ? '1 unsent change' : `${unsent.toLocaleString('en-GB')} unsent changes`
