import type { RecordHead } from '../../shared/model/head.ts'
import { linkKey } from '../../shared/text/link-key.ts'
import type { AnyRecord } from '../../shared/model/record.ts'

/** The records that are there: a transaction, or the open workspace. */
export interface Standing {
  head(id: string): RecordHead | undefined
  /** The record outside the trash that holds a name. */
  holder(name: string): RecordHead | undefined
  /** The country outside the trash that has this code. */
  country(code: string): RecordHead | undefined
  read(id: string): Promise<AnyRecord | undefined>
}

/** Who holds a name, and the file that was given it when it is not in the workspace. */
export interface Holder {
  readonly id: string
  readonly title: string
  readonly path: string
}

interface Claimed {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly aliases: readonly string[]
}

/** Who holds which name: what stands in the workspace, and the files that have been given theirs before they are written. */
export class NameClaims {
  readonly #standing: Pick<Standing, 'holder'>
  readonly #given = new Map<string, Holder>()
  readonly #codes = new Map<string, string>()
  /** Of names that were tried before, where the next number begins: a thousand alike are not counted through each time. */
  readonly #numbers = new Map<string, number>()

  constructor(standing: Pick<Standing, 'holder'>) {
    this.#standing = standing
  }

  add({ id, path, title, aliases }: Claimed): void {
    for (const name of [title, ...aliases]) {
      const key = linkKey(name)
      if (!this.#given.has(key)) this.#given.set(key, { id, title, path })
    }
  }

  /** The record other than `id` that holds `name`. */
  holder(name: string, id: string): Holder | undefined {
    const there = this.#standing.holder(name)
    const holder = there ? { id: there.id, title: there.title, path: '' } : this.#given.get(linkKey(name))
    return holder?.id === id ? undefined : holder
  }

  /** Only what files have been given. */
  given(name: string): Holder | undefined {
    return this.#given.get(linkKey(name))
  }

  addCode(code: string, path: string): void {
    this.#codes.set(code, path)
  }

  /** The file that has been given a country's code. */
  fileOfCode(code: string): string | undefined {
    return this.#codes.get(code)
  }

  /** The first number for a name that is worth trying. */
  nextNumber(name: string): number {
    const key = linkKey(name)
    const number = (this.#numbers.get(key) ?? 1) + 1
    this.#numbers.set(key, number)
    return number
  }
}
