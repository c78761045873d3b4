/** Which file of a folder a link means, as Obsidian and others read it. */
import { posix } from 'node:path'
import { isRelative, placeOf, type Destination } from '../export/link-paths.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import { pacing } from '../services/pacing.ts'

/** Between two turns of the event loop. */
const PATHS_AT_ONCE = 1_000
const NOTE = /\.(?:md|markdown)$/i
const JOPLIN_ID = /^:\/([0-9a-f]{32})(?:#(.*))?$/i

export const isNote = (path: string): boolean => NOTE.test(path)

/** A file that a link means. */
export interface FoundFile {
  /** As it was given. */
  readonly path: string
  /** What follows `#`; empty when nothing does. */
  readonly heading: string
}

export class VaultPaths {
  readonly #byPath = new Map<string, string>()
  /** By the key of the bare name with its ending, the shortest path first. */
  readonly #byName = new Map<string, { readonly path: string; readonly key: string }[]>()
  readonly #byId = new Map<string, string>()
  /** What wikilinks of one file have been found to mean: a text may say the same thousands of times, of a name that thousands have. */
  #found = { from: '', files: new Map<string, string | undefined>() }

  /** @param paths of all files, from the root, written with `/`; @param ids of notes by their path, where another program gave them one. */
  constructor(paths: Iterable<string>, ids: ReadonlyMap<string, string> = new Map()) {
    for (const path of [...paths].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) this.#add(path)
    for (const [path, id] of ids) this.#byId.set(id.toLowerCase(), path)
  }

  /** The same of paths that are sorted already, in turns with whatever else is to be done. */
  static async of(paths: readonly string[], ids?: ReadonlyMap<string, string>): Promise<VaultPaths> {
    const vault = new VaultPaths([], ids)
    const byLength = new Map<number, string[]>()
    const next = pacing(PATHS_AT_ONCE)
    for (const path of paths) {
      const alike = byLength.get(path.length)
      if (alike) alike.push(path)
      else byLength.set(path.length, [path])
    }
    for (const length of [...byLength.keys()].toSorted((a, b) => a - b)) {
      for (const path of byLength.get(length) ?? []) {
        await next()
        vault.#add(path)
      }
    }
    return vault
  }

  /**
   * What stands before `#` and `|` in a wikilink of the file at `from`: the exact path, else the nearest file of that name:
   * below the folder of the link, then the shortest path.
   */
  ofWikilink(from: string, name: string): string | undefined {
    if (this.#found.from !== from) this.#found = { from, files: new Map() }
    const { files } = this.#found
    if (!files.has(name)) files.set(name, this.#meant(from, name))
    return files.get(name)
  }

  #meant(from: string, name: string): string | undefined {
    const written = name.replace(/^\/+/, '')
    const folder = posix.dirname(from)
    if (/^\.\.?\//.test(written)) return this.#exact(posix.join(folder, written))
    const exact = this.#exact(written)
    if (exact !== undefined) return exact
    const named = this.#named(written)
    return named.find((path) => folder === '.' || path.startsWith(`${folder}/`)) ?? named[0]
  }

  /** A destination of a markdown link, without escapes; percent-encoded or not. */
  ofDestination(from: string, destination: string): FoundFile | undefined {
    const joplin = JOPLIN_ID.exec(destination)
    if (joplin) {
      const path = this.#byId.get((joplin[1] ?? '').toLowerCase())
      return path === undefined ? undefined : { path, heading: joplin[2] ?? '' }
    }
    const fromRoot = destination.startsWith('/') && !destination.startsWith('//') ? destination.slice(1) : destination
    if (!isRelative(fromRoot)) return undefined
    const found = (lead: Destination | undefined) => {
      const path = lead && this.#exact(lead.path)
      return lead && path !== undefined ? { path, heading: lead.heading } : undefined
    }
    const near = fromRoot === destination ? found(placeOf(from, destination)) : undefined
    // a percent sign in a name that nobody encoded
    const raw = near ?? found(placeOf(from, destination.replaceAll('%', '%25')))
    const lead = placeOf('', fromRoot)
    const far = raw ?? found(lead)
    if (far || !lead) return far
    // Obsidian writes the bare name where there is one file of it
    const named = this.#named(lead.path)
    return named.length === 1 && named[0] !== undefined ? { path: named[0], heading: lead.heading } : undefined
  }

  /** The shorter paths come first. */
  #add(path: string): void {
    const key = linkKey(path)
    if (!this.#byPath.has(key)) this.#byPath.set(key, path)
    const name = linkKey(posix.basename(path))
    const others = this.#byName.get(name)
    if (others) others.push({ path, key: `/${key}` })
    else this.#byName.set(name, [{ path, key: `/${key}` }])
    const stem = posix.parse(name).name
    if (/^[0-9a-f]{32}$/.test(stem) && !this.#byId.has(stem)) this.#byId.set(stem, path)
  }

  #exact(path: string): string | undefined {
    return endings(path).flatMap((written) => this.#byPath.get(linkKey(written)) ?? [])[0]
  }

  /** Files whose path ends so, the shortest first. */
  #named(written: string): string[] {
    for (const ending of endings(written)) {
      const key = linkKey(ending)
      const found = this.#byName.get(posix.basename(key))?.filter((file) => file.key.endsWith(`/${key}`)) ?? []
      if (found.length > 0) return found.map(({ path }) => path)
    }
    return []
  }
}

/** Links may leave out the ending of a note. */
const endings = (path: string) => [path, `${path}.md`, `${path}.markdown`]
