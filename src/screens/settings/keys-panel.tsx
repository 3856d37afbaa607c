import { Panel } from './panel.tsx'
import styles from './settings-page.module.css'

const MOD = /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

type Shortcut = readonly [does: string, ...keys: string[]]

const GROUPS: readonly { readonly name: string; readonly shortcuts: readonly Shortcut[] }[] = [
  {
    name: 'On the desk',
    shortcuts: [
      ['Search stories', '/'],
      ['Clear the search', 'Esc'],
      ['Move through the stories', 'Up', 'Down', 'Page Up', 'Page Down', 'Home', 'End'],
      ['Open the story', 'Enter'],
      ['Go to the story’s actions, and back', 'Right', 'Left'],
      ['New story, from the list', 'N'],
    ],
  },
  {
    name: 'In “Import copy”',
    shortcuts: [['Import', MOD, 'Enter']],
  },
  {
    name: 'In a story',
    shortcuts: [
      ['Bold', MOD, 'B'],
      ['Italic', MOD, 'I'],
      ['Link', MOD, 'K'],
      ['Undo', MOD, 'Z'],
      ['Redo', MOD, 'Shift', 'Z'],
    ],
  },
]

/** Which keys do what. */
export function KeysPanel() {
  return (
    <Panel name="Keyboard shortcuts">
      <table className={styles['keys']}>
        {GROUPS.map((group) => (
          <tbody key={group.name}>
            <tr>
              <th colSpan={2} scope="rowgroup">
                {group.name}
              </th>
            </tr>
            {group.shortcuts.map(([does, ...keys]) => (
              <tr key={does}>
                <td>{does}</td>
                <td>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Panel>
  )
}
