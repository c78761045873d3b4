/** What is used of libraries that are installed for the benchmarks only: the types are checked without them, too. */
declare module 'minisearch' {
  export default class MiniSearch {
    constructor(options: {
      readonly fields: readonly string[]
      readonly tokenize: (text: string) => string[]
      readonly processTerm: (term: string) => string
      readonly searchOptions: {
        readonly combineWith: 'AND'
        readonly boost: Readonly<Record<string, number>>
        readonly prefix: (term: string, at: number, terms: readonly string[]) => boolean
      }
    })
    addAll(documents: readonly object[]): void
    replace(document: object): void
    search(text: string): readonly { readonly id: unknown }[]
  }
}
declare module 'flexsearch' {
  export class Index {
    constructor(options: { readonly tokenize: 'forward'; readonly encode: (text: string) => string[] })
    add(id: number, text: string): void
    update(id: number, text: string): void
    search(text: string, options?: { readonly limit: number }): readonly unknown[]
  }
}
