/** How long a password may be, in characters. Nothing else is asked of one: length is what makes it hard to guess. */
export const PASSWORD_LENGTH = { least: 12, most: 128 } as const
