import { PICTURE_PART } from '../../backends/wire/pictures.ts'
import { uploadRequest } from '../../backends/wire/requests.ts'
import { done, invalid, refusingFailures } from '../../rules/refusals.ts'
import { readBody } from '../http/read-body.ts'
import type { Reply, Route, SignedInRequest } from '../http/route.ts'
import { beginUpload } from './begin-upload.ts'
import { keepPicture } from './keep-picture.ts'
import type { PictureDesk } from './picture-desk.ts'
import { receivePart } from './receive-part.ts'
import { servePicture } from './serve-picture.ts'

const SENDING = { method: 'PUT', who: 'signed in', rate: 'uploads', maxBytes: PICTURE_PART } as const

/**
 * Pictures in and out. Whoever is signed in sees every picture and may bring one, since every role may write somewhere.
 * PUT /api/pictures/:hash takes a small one whole; POST /api/uploads begins one of any size, or says how far it has come;
 * PUT /api/uploads/:id?start= takes its next part.
 */
export function pictureRoutes(pictures: PictureDesk): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/pictures/:hash',
      who: 'signed in',
      handle: ({ params, raw }) => answering(() => servePicture(pictures, params['hash'] ?? '', raw)),
    },
    {
      ...SENDING,
      path: '/api/pictures/:hash',
      handle: (request: SignedInRequest) =>
        answering(async () => {
          const hash = request.params['hash'] ?? ''
          if (!/^[\da-f]{64}$/.test(hash)) return invalid('A picture is named by the SHA-256 of its bytes.')
          const kept = await keepPicture(pictures, idOf(request), hash, await bytesOf(request))
          return kept.ok ? done({ hash }) : kept
        }),
    },
    {
      method: 'POST',
      path: '/api/uploads',
      who: 'signed in',
      rate: 'uploads',
      handle: (request: SignedInRequest) =>
        answering(async () => {
          const body = await readBody(request, uploadRequest)
          return body.ok ? beginUpload(pictures, idOf(request), body.value) : body
        }),
    },
    {
      ...SENDING,
      path: '/api/uploads/:id',
      handle: (request: SignedInRequest) =>
        answering(async () => {
          const start = request.query.get('start') ?? ''
          if (!/^\d{1,12}$/.test(start)) return invalid('A part of a picture says at which byte it begins.')
          const id = request.params['id'] ?? ''
          return receivePart(pictures, idOf(request), id, Number(start), await bytesOf(request))
        }),
    },
  ]
}

/** A store or a database that fails is a refusal with words. */
async function answering(work: () => Promise<Reply>): Promise<Reply> {
  const reply = await refusingFailures(async () => ({ ok: true as const, reply: await work() }))
  return reply.ok ? reply.reply : reply
}

const idOf = ({ signedIn }: SignedInRequest): string => signedIn.person.id

const bytesOf = async ({ raw }: SignedInRequest): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await raw.arrayBuffer())
