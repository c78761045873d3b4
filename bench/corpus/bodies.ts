/** The markdown of each kind, as long as it is asked to be. */
import type { Prose } from './prose.ts'
import type { Random } from './random.ts'

const encoder = new TextEncoder()
export const bytesOf = (text: string): number => encoder.encode(text).byteLength

/** Blocks until the text has about so many bytes, half a block more or less; none for none. */
function filled(bytes: number, block: (index: number) => string): string {
  const blocks: string[] = []
  let last = 0
  for (let size = 0; size + last / 2 < bytes; size += last) {
    const next = block(blocks.length)
    blocks.push(next)
    last = bytesOf(next) + 2
  }
  return blocks.join('\n\n')
}

export const plainBody = (prose: Prose, bytes: number): string => filled(bytes, () => prose.sentence())

export const noteBody = (prose: Prose, random: Random, bytes: number): string =>
  filled(bytes, (index) => (index % 3 === 0 ? `## ${prose.phrase()}` : random.chance(0.2) ? prose.bullets() : prose.paragraph()))

const twoDigits = (number: number) => String(number).padStart(2, '0')
export const dayOf = (random: Random): string =>
  `${random.between(2010, 2025)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`

/** Agenda items with what was said, decisions and tasks. */
export function minutesBody(prose: Prose, random: Random, bytes: number, symbol: string, responsible: () => string): string {
  let item = 0
  let decision = 0
  return filled(bytes, (index) => {
    if (index % 5 === 0) return `## ${(item += 1)}. ${prose.phrase()}`
    if (random.chance(0.12)) return `> [!decision] ${symbol}/${(decision += 1)} ${prose.phrase()}\n> ${prose.sentence()}`
    if (random.chance(0.15)) return task(prose, random, responsible)
    return random.chance(0.25) ? prose.bullets() : prose.paragraph()
  })
}

function task(prose: Prose, random: Random, responsible: () => string): string {
  const done = random.chance(0.6)
  return `- [${done ? 'x' : ' '}] ${prose.phrase()} [[${responsible()}]] 📅 ${dayOf(random)}${done ? ` ✅ ${dayOf(random)}` : ''}`
}

export const studyBody = (prose: Prose, random: Random, bytes: number): string =>
  filled(bytes, (index) => {
    if (index % 6 === 0) return `## ${prose.phrase()}`
    if (random.chance(0.05)) return table(prose, random)
    return random.chance(0.15) ? prose.bullets() : prose.paragraph()
  })

function table(prose: Prose, random: Random): string {
  const rows = Array.from({ length: random.between(3, 6) }, () => `| ${prose.words(2)} | ${random.below(1_000)} | ${random.below(100)} % |`)
  return `| ${prose.words(1)} | ${prose.words(1)} | ${prose.words(1)} |\n| --- | --- | --- |\n${rows.join('\n')}`
}
