/**
 * Puts a text on the clipboard; HTML also as what it means, so that it lands formatted in a document and as source in
 * a text field. False where the browser doesn't allow it.
 */
export async function copyText(text: string, type: string): Promise<boolean> {
  try {
    if (type === 'text/html' && typeof ClipboardItem !== 'undefined') {
      const plain = new Blob([text], { type: 'text/plain' })
      const html = new Blob([text], { type: 'text/html' })
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain, 'text/html': html })])
    } else {
      await navigator.clipboard.writeText(text)
    }
    return true
  } catch {
    return false
  }
}
