/** An engine in a process of its own: its memory is its own, and all of them can be asked in turn. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { documentOf } from '../../src/main/search/document-of.ts'
import type { IndexDocument } from '../../src/main/search/engine/document.ts'
import { Corpus } from '../corpus.ts'
import { settledMemory } from '../memory/settled-memory.ts'
import type { TypedQuery } from './queries.ts'

/** How an engine is asked, in its own process. `T` is what it takes in of a document. */
export interface Subject<T> {
  /** Not timed: folding, where the engine has none. */
  prepare(document: IndexDocument): T
  add(documents: readonly T[]): void | Promise<void>
  /** Timed as part of the build: nothing is left to do. */
  finish(): void | Promise<void>
  /** Every record that has the words. */
  all(query: TypedQuery): readonly number[] | Uint32Array
  /** The best twenty. */
  best(query: TypedQuery): void
  /** Takes a record in anew, and answers when a question finds it by `word`. */
  edit?(document: T, word: string): void | Promise<void>
  /** Background work has ended. */
  settled?(): Promise<void>
  /** On the disk; 0 when it keeps nothing there. */
  bytes(): number
}

export interface Begin {
  readonly seed: number
  readonly records: number
  readonly queries: readonly TypedQuery[]
  /** A folder of the engine's own. */
  readonly folder: string
}

interface Calls {
  /** Seconds. */
  build(begin: Begin): number
  /** What is found, as one number a query. */
  digest(from: number, to: number): readonly string[]
  /** Milliseconds each. */
  time(from: number, to: number): readonly number[]
  edit(from: number, to: number): readonly number[]
  memory(): number
  bytes(): number
}

const AT_ONCE = 500

/** In the child: answers the parent until it is told to end. `create` is called with the folder. */
export function serve<T>(create: (folder: string) => Subject<T>): void {
  let subject: Subject<T> | undefined
  let begun: Begin | undefined
  const ready = () => {
    if (!subject || !begun) throw new Error('The index is not built.')
    return { subject, begun }
  }
  const calls: { [K in keyof Calls]: (...input: Parameters<Calls[K]>) => ReturnType<Calls[K]> | Promise<ReturnType<Calls[K]>> } = {
    async build(begin) {
      begun = begin
      subject = create(begin.folder)
      let milliseconds = 0
      const timed = async (work: () => void | Promise<void>) => {
        const began = performance.now()
        await work()
        milliseconds += performance.now() - began
      }
      const made = subject
      let number = 0
      for (const batch of new Corpus(begin).batches(AT_ONCE)) {
        const documents = batch.map((record) => made.prepare(documentOf(record, number++)))
        await timed(() => made.add(documents))
      }
      await timed(() => made.finish())
      return milliseconds / 1_000
    },
    digest(from, to) {
      const {
        subject: asked,
        begun: { queries },
      } = ready()
      return queries.slice(from, to).map((query) => {
        const rows = asked.all(query)
        let mixed = 0
        for (const row of rows) mixed = (mixed + Math.imul(row ^ (row >>> 7), 0x9e3779b1)) | 0
        return `${rows.length}:${mixed}`
      })
    },
    time(from, to) {
      const {
        subject: asked,
        begun: { queries },
      } = ready()
      return queries.slice(from, to).map((query) => {
        const began = performance.now()
        asked.best(query)
        return performance.now() - began
      })
    },
    async edit(from, to) {
      const {
        subject: asked,
        begun: { seed, records },
      } = ready()
      const corpus = new Corpus({ seed, records })
      const times: number[] = []
      for (let edit = from; edit < to; edit++) {
        const number = (edit * 7_919) % records
        const record = corpus.record(number)
        const word = `edited${edit}`
        const document = asked.prepare(documentOf({ ...record, body: `${record.body} ${word}` }, number))
        const began = performance.now()
        await asked.edit?.(document, word)
        times.push(performance.now() - began)
        await asked.settled?.()
      }
      return times
    },
    memory: async () => (await settledMemory()).resident,
    bytes: () => ready().subject.bytes(),
  }
  process.on('message', ({ name, input }: { readonly name: keyof Calls; readonly input: never[] }) => {
    const answer = async () => {
      const call = calls[name] as (...given: never[]) => unknown
      process.send?.({ value: await call(...input) })
    }
    answer().catch((error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
  })
}

/** The parent's side. */
export class Engine {
  readonly name: string
  readonly #child: ChildProcess
  /** Rejects when the child ends, which it does only by itself when something is wrong. */
  readonly #ended: Promise<never>

  constructor(name: string, script: URL, args: readonly string[] = []) {
    this.name = name
    this.#child = fork(fileURLToPath(script), [...args], {
      execArgv: ['--expose-gc', '--max-old-space-size=12288'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    })
    this.#ended = once(this.#child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${String(code)}.`)))
    // whoever calls hears of it
    this.#ended.catch(() => undefined)
  }

  /** @throws Error with what went wrong in the child */
  async call<K extends keyof Calls>(name: K, ...input: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> {
    const answered = once(this.#child, 'message')
    this.#child.send({ name, input })
    const [answer] = (await Promise.race([answered, this.#ended])) as [{ readonly value: ReturnType<Calls[K]>; readonly error?: string }]
    if (answer.error !== undefined) throw new Error(`${this.name}: ${answer.error}`)
    return answer.value
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null) return
    const exited = once(this.#child, 'exit')
    this.#child.kill()
    await exited
  }
}
