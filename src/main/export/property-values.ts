/** Values of front matter: links, and lines made of columns. Each is read back to exactly what was written. */

/** Which file a record's name stands for, and the other way round: by bare names, as wikilinks have them, and by paths. */
export interface FileNames {
  /** The file of the record that `name` resolves to as a link, without folder and ending. */
  fileOf(name: string): string | undefined
  /** The title of the record in a file of that name. */
  titleOf(file: string): string | undefined
  /** The same file's path from the root of the export or import, with its ending, written with `/`. */
  pathOf(name: string): string | undefined
  /** The title of the record in the file at a path, in whatever normal form the path is written. */
  titleAt(path: string): string | undefined
}

export const NO_FILES: FileNames = {
  fileOf: () => undefined,
  titleOf: () => undefined,
  pathOf: () => undefined,
  titleAt: () => undefined,
}

const MEANT = /[\\|]|^\[\[/
const LINK = /^\[\[([^[\]|]+)(?:\|([^[\]|]*))?\]\]$/

/** A name as a link to its file, or as it is when it names no record. */
export function writeName(name: string, files: FileNames): string {
  const file = name === '' ? undefined : files.fileOf(name)
  if (file === undefined) return /^(?:\\|\[\[)/.test(name) ? `\\${name}` : name
  return linkTo(name, file)
}

/**
 * Reads what {@link writeName} wrote. `foreign`: the file is not ours, and what a link shows is not its name.
 */
export function readName(value: string, files: FileNames, foreign: boolean): string {
  if (value.startsWith('\\')) return value.slice(1)
  return readLink(value, files, foreign) ?? value
}

export type CellType = 'text' | 'link'

/** Cells joined by ` | `; empty ones at the end are left out. `\` escapes a pipe, itself, and what would look like a link. */
export function writeRow(cells: readonly { readonly type: CellType; readonly value: string }[], files: FileNames): string {
  const last = cells.findLastIndex(({ value }) => value !== '')
  return cells
    .slice(0, last + 1)
    .map(({ type, value }) => {
      const file = type === 'link' && value !== '' ? files.fileOf(value) : undefined
      return file === undefined ? escaped(value) : linkTo(value, file)
    })
    .join(' | ')
}

/** The cells of a line, as many as stand there. */
export function readRow(line: string, types: readonly CellType[], files: FileNames, foreign: boolean): string[] {
  const cells: string[] = []
  let at = 0
  for (;;) {
    const type = types[cells.length] ?? 'text'
    if (cells.length > 0 && line.charAt(at) === ' ') at++
    const close = line.startsWith('[[', at) ? line.indexOf(']]', at) : -1
    const link = type === 'link' && close !== -1 ? readLink(line.slice(at, close + 2), files, foreign) : undefined
    const after = close + 2
    if (link !== undefined && (after === line.length || /^ ?\|/.test(line.slice(after, after + 2)))) {
      cells.push(link)
      at = line.indexOf('|', after)
    } else {
      let value = ''
      while (at < line.length && line.charAt(at) !== '|') {
        if (line.charAt(at) === '\\' && at + 1 < line.length) at++
        value += line.charAt(at++)
      }
      // the space before the bar is not part of the cell, unless it was escaped away with what stands before it
      cells.push(at < line.length && value.endsWith(' ') ? value.slice(0, -1) : value)
    }
    if (at === -1 || at >= line.length) return cells
    at++
  }
}

const linkTo = (name: string, file: string) => (file === name ? `[[${file}]]` : `[[${file}|${name}]]`)

const escaped = (text: string) => (MEANT.test(text) ? text.replace(/[\\|]/g, '\\$&').replace(/^\[\[/, '\\[[') : text)

function readLink(value: string, files: FileNames, foreign: boolean): string | undefined {
  const match = LINK.exec(value)
  if (!match) return undefined
  const [, file = '', shown] = match
  if (!foreign) return shown ?? file
  const target = (file.split('#')[0] ?? '').trim()
  return files.titleOf(target) ?? files.titleOf(target.split('/').at(-1) ?? '') ?? target
}
