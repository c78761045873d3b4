/** A query with its words spelled otherwise: on another layout of the keyboard, or as they were taken. */
import { words } from '../text/fold.ts'
import { otherLayouts } from '../text/keyboard-layouts.ts'
import { lexQuery } from './lex-query.ts'
import type { QueryNode } from './query.ts'

/** No keyboard has it between letters. */
const BETWEEN = '\n'
/** A longer text was not typed on another layout without being noticed. */
const LONGEST_RETYPED = 500

/**
 * The query as if it had been typed on other layouts, likeliest first: its words retyped and its operators left as they
 * are, then all of it retyped. Without the query itself; none for long texts.
 */
export function retypedQueries(text: string): string[] {
  if (text.length > LONGEST_RETYPED) return []
  const pieces = lexQuery(text).filter((token) => token.type === 'text')
  const plain = pieces.map(({ valueFrom, valueTo }) => text.slice(valueFrom, valueTo).replaceAll(BETWEEN, ' '))
  const respelled =
    plain.length === 0 ? [] : otherLayouts(plain.join(BETWEEN)).map((retyped) => replaced(text, pieces, retyped.split(BETWEEN)))
  return [...new Set([...respelled, ...otherLayouts(text)])].filter((one) => one !== text)
}

function replaced(
  text: string,
  pieces: readonly { readonly valueFrom: number; readonly valueTo: number }[],
  by: readonly string[],
): string {
  let result = ''
  let copied = 0
  for (const [at, { valueFrom, valueTo }] of pieces.entries()) {
    result += text.slice(copied, valueFrom) + (by[at] ?? '')
    copied = valueTo
  }
  return result + text.slice(copied)
}

/** The query with each word as it was taken; `meant` has the folded words that stand for others. */
export function respelledQuery(text: string, root: QueryNode, meant: Readonly<Record<string, readonly string[]>>): string {
  const pieces: { valueFrom: number; valueTo: number; by: string }[] = []
  const visit = (node: QueryNode): void => {
    if (node.type === 'and' || node.type === 'or') for (const one of node.nodes) visit(one)
    // what is excluded is never guessed
    else if (node.type === 'word') add(node.span, node.text)
    else if (node.type === 'phrase') {
      let at = node.span[0]
      for (const word of node.words) {
        const from = text.indexOf(word, at)
        at = from + word.length
        add([from, at], word)
      }
    }
  }
  const add = ([valueFrom, valueTo]: readonly [number, number], typed: string) => {
    const folded = words(typed)[0] ?? ''
    const by = Object.hasOwn(meant, folded) ? meant[folded]?.[0] : undefined
    if (by !== undefined) pieces.push({ valueFrom, valueTo, by })
  }
  visit(root)
  const inOrder = pieces.toSorted((a, b) => a.valueFrom - b.valueFrom)
  return replaced(
    text,
    inOrder,
    inOrder.map(({ by }) => by),
  )
}
