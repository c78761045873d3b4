/** A table of GFM out of cells. Pure. */

/** A cell is one line, and a bar in it stands for itself. */
const cellOf = (text: string): string => text.replace(/\s+/gu, ' ').trim().replace(/[\\|]/g, '\\$&')

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** @param alignments `left` unless given otherwise */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly ('left' | 'right' | 'center')[] = [],
): string {
  const rule = { left: '---', right: '---:', center: ':---:' }
  return [head.map(cellOf), head.map((_, place) => rule[alignments[place] ?? 'left']), ...rows.map((row) => row.map(cellOf))]
    .map((cells) => `${lineOf(cells)}\n`)
    .join('')
}
