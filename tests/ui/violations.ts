import axe from 'axe-core'

/**
 * What axe finds wrong with an element, one line each. Contrast is not looked at here: jsdom draws nothing
 * (tokens.test.ts holds it).
 */
export async function violations(element: Element = document.body): Promise<readonly string[]> {
  const found = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  })
  return found.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.html).join(' | ')})`,
  )
}
