import { createContext, useContext } from 'react'

type TakeOut = (photoId: string, alongWith: () => void) => void

/** Takes the pictures of a photo out of the body's text; one undo brings back these and what was done along with it. */
export const BodyPictures = createContext<TakeOut>((_photoId, alongWith) => {
  alongWith()
})

export const useTakeOutOfBody = (): TakeOut => useContext(BodyPictures)
