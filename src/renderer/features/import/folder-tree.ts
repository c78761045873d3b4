/** The folders of an import as a tree that unfolds. */
import type { ImportPlan } from '../../../shared/contract/import.ts'

export interface FolderLine {
  /** From the root; empty is the root. */
  readonly path: string
  readonly name: string
  /** Levels below the root's own folders. */
  readonly depth: number
  /** Markdown files in it and in all folders in it. */
  readonly files: number
  readonly holdsFolders: boolean
  readonly unfolded: boolean
}

type Counted = ImportPlan['folders']

interface Folder {
  readonly path: string
  readonly name: string
  files: number
  readonly inside: Map<string, Folder>
}

function treeOf(folders: Counted): Folder {
  const root: Folder = { path: '', name: '', files: 0, inside: new Map() }
  for (const { path, files } of folders) {
    let at = root
    at.files += files
    for (const name of path === '' ? [] : path.split('/')) {
      const inside = at.inside.get(name) ?? { path: at.path === '' ? name : `${at.path}/${name}`, name, files: 0, inside: new Map() }
      at.inside.set(name, inside)
      at = inside
      at.files += files
    }
  }
  return root
}

/** So many folders are shown unfolded from the start. */
const FEW = 12

/** Folders that are unfolded before the person does something: all of a few, else those with a rule in them. */
export function unfoldedAtFirst(folders: Counted, ruled: readonly string[]): ReadonlySet<string> {
  const parents = (path: string) => {
    const parts = path.split('/')
    return parts.slice(1).map((_part, index) => parts.slice(0, index + 1).join('/'))
  }
  const shown = folders.length <= FEW ? folders.map(({ path }) => path) : ruled.slice(0, FEW)
  return new Set(shown.flatMap(parents))
}

/** The lines that are in sight: the whole first, then folders before those in them, each level by name. */
export function folderLines(folders: Counted, unfolded: ReadonlySet<string>, language: string): FolderLine[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const lines: FolderLine[] = []
  const add = ({ path, name, files, inside }: Folder, depth: number) => {
    const isOpen = path === '' || unfolded.has(path)
    lines.push({ path, name, depth, files, holdsFolders: inside.size > 0, unfolded: isOpen })
    if (!isOpen) return
    const level = path === '' ? 0 : depth + 1
    for (const folder of [...inside.values()].toSorted((a, b) => compare(a.name, b.name))) add(folder, level)
  }
  add(treeOf(folders), 0)
  return lines
}
