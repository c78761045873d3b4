/** Keeps from the YAML library what would hold it for long: its work goes by tokens, and a token may be one character. */
import { Lexer } from 'yaml'
import { Refusal } from './refusal.ts'
import { MAX_DEPTH } from './yaml-values.ts'

/** Some 1,500 lines of keys and values. The library takes up to 20 microseconds for each. */
export const MAX_TOKENS = 10_000

/** Looks at no more tokens than may be. @throws Refusal */
export function assertBounded(tokens: Iterable<string>): void {
  let count = 0
  let depth = 0
  for (const token of tokens) {
    count += 1
    if (count > MAX_TOKENS) throw new Refusal('its front matter is too long')
    if (token === '[' || token === '{') depth += 1
    else if (token === ']' || token === '}') depth = Math.max(0, depth - 1)
    if (depth > MAX_DEPTH) throw new Refusal('its front matter is nested too deeply')
  }
}

/** Cut as the library cuts it, one by one. */
export const tokensOf = (yaml: string): Iterable<string> => new Lexer().lex(yaml)
