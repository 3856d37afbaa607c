/** The key of a version's rows. */
export const versionKey = (story: string, number: number): string => `${story}/${number}`
