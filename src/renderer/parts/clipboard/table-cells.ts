/** Cells of tab-separated text; a quoted cell may hold line ends and doubled quotes, as Excel writes them. */
export function tableCells(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell.replace(/\s+/gu, ' ').trim())
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (row.some((content) => content !== '')) rows.push(row)
    row = []
  }
  const source = text.replace(/\r\n?/gu, '\n')
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at)
    if (quoted) {
      if (char !== '"') cell += char
      else if (source[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === '\t') endCell()
    else if (char === '\n') endRow()
    else cell += char
  }
  endRow()
  return rows
}
