import 'fake-indexeddb/auto'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import type { Refusal } from '../../../src/backends/backend.ts'
import { HttpPictures } from '../../../src/backends/http/http-pictures.ts'
import type { Asked } from '../../../src/backends/http/requests.ts'
import { REPORTER } from '../test-desk.ts'
import { modelDesk } from './model-desk.ts'
import { ModelServer } from './model-server.ts'

const refused = (reason: Refusal['reason']): Refusal => ({ ok: false, reason, message: 'No.' })

test.each<readonly [string, Asked<null>, number]>([
  ['was taken', { ok: true, value: null }, 0],
  ['is no picture', refused('invalid'), 0],
  ['could not be stored just now', refused('storage'), 1],
  ['came without a session', refused('not allowed'), 1],
])('a picture that %s waits or goes', async (_what, answer, left) => {
  const desk = await modelDesk(new ModelServer(v7()), crypto.randomUUID())
  const { requests, seen, outbox, session } = desk
  const pictures = new HttpPictures({ requests, seen, outbox, session, send: () => Promise.resolve(answer) })
  const { id: person } = REPORTER
  const bytes = new ArrayBuffer(1)
  await outbox.addUpload({ key: `${person}/f00d`, person, hash: 'f00d', type: 'image/png', bytes })
  await pictures.drain()
  expect(await outbox.uploadsOf(person)).toHaveLength(left)
  await desk.end()
})
