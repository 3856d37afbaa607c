export function readStetJson(
  _text: string,
): { ok: false; message: string } | { ok: true; content: never; pictures: never; source: never } {
  return { ok: false, message: '' }
}
