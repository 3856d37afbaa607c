/** What a key, or keys pressed together, does. Each of `keys` is one way to do it. */
export type KeyRow = { readonly does: string; readonly keys: readonly string[] }

/** A group of shortcuts as a part of the table of keys. */
export function KeyRows({ name, rows }: { readonly name: string; readonly rows: readonly KeyRow[] }) {
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="rowgroup">
          {name}
        </th>
      </tr>
      {rows.map(({ does, keys }) => (
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
  )
}
