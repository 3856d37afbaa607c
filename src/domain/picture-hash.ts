/** The SHA-256 of a picture's bytes in hex, or null where the page is not in a secure context and has no digests. */
export async function hashOf(bytes: ArrayBuffer): Promise<string | null> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto }
  if (!subtle) return null
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
