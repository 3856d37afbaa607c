/** Whether shortcuts are written with the signs of a Mac's keys. */
export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)
