/**
 * Sentences that the host makes: it says in English, for logs and the command line too, what a code alone does not (which disk,
 * which file, what was changed since). The window looks each up, whole or sentence by sentence; where one is not known, all of it
 * stays as the host said it.
 */
type Table = Readonly<Record<string, string>>

const tables = import.meta.glob<Table>('./host/*.json', { import: 'default' })

/** Answers as long as they are asked for again and again, by the rows of a table. */
const MOST_KEPT = 2_000

let exact = new Map<string, string>()
let patterns: readonly (readonly [RegExp, string])[] = []
const kept = new Map<string, string>()

/** `{{1}}` stands for what the host put in. */
function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\{\d\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('([^]+?)')}$`)
}

/** From now on sentences are looked up for this language; English ones stay. */
export async function learnHostWords(language: string): Promise<void> {
  const table = (await tables[`./host/${language}.json`]?.()) ?? {}
  exact = new Map(Object.entries(table))
  patterns = [...exact].filter(([sentence]) => sentence.includes('{{')).map(([sentence, words]) => [patternOf(sentence), words])
  kept.clear()
}

function lookedUp(sentence: string): string | undefined {
  const words = exact.get(sentence)
  if (words !== undefined) return words
  for (const [pattern, template] of patterns) {
    const found = pattern.exec(sentence)
    // the host's own order of what it put in need not be that of the language
    if (found) return template.replaceAll(/\{\{(\d)\}\}/g, (_, number: string) => found[Number(number)] ?? '')
  }
  return undefined
}

/** A reason that was made a sentence: it begins with a capital and ends in a full stop. */
function asReason(said: string): string | undefined {
  const words = said.endsWith('.') ? lookedUp(said.slice(0, 1).toLowerCase() + said.slice(1, -1)) : undefined
  return words === undefined ? undefined : `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}

function translated(said: string): string {
  const sentences = said.split(/(?<=[.!?]) (?=[\p{Lu}“])/u).map(lookedUp)
  if (sentences.every((sentence) => sentence !== undefined)) return sentences.join(' ')
  // what the host put in may look like several sentences itself
  return lookedUp(said) ?? asReason(said) ?? said
}

/** What the host said, in the reader's language as far as it is known there. */
export function hostWords(said: string): string {
  if (exact.size === 0) return said
  const known = kept.get(said)
  if (known !== undefined) return known
  const words = translated(said)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(said, words)
  return words
}
