import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { skipUnchanged } from '../../../../../src/main/services/history/skip-unchanged.ts'
import { countWords, diffTexts } from '../../../../../src/main/services/history/text-diff.ts'
import type { TextPiece } from '../../../../../src/shared/contract/history.ts'

const marked = (pieces: readonly TextPiece[]) =>
  pieces
    .map(({ change, text, lines }) =>
      change === 'same' ? text : change === 'added' ? `{+${text}}` : change === 'removed' ? `{-${text}}` : `{${lines}}`,
    )
    .join('')
const side = (pieces: readonly TextPiece[], without: 'added' | 'removed') =>
  pieces.flatMap(({ change, text }) => (change === without ? [] : [text])).join('')
const diff = async (before: string, after: string) => marked((await diffTexts(before, after)).pieces)

const line = fc.constantFrom('', 'One', 'One two', 'one, two: three', 'кол қою рәсімі', '- [ ] Do', '| a | b |')
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'))

describe('the word diff', () => {
  it('tells words apart inside a changed line, in every script', async () => {
    expect(await diff('The committee met in Astana.', 'The committee met in Tashkent.')).toBe('The committee met in {-Astana}{+Tashkent}.')
    expect(await diff('кол қою рәсімі', 'кол қою күні')).toBe('кол қою {-рәсімі}{+күні}')
    expect(await diff("the chair's note", 'the chair’s note')).toBe("the {-chair's}{+chair’s} note")
  })

  it('reads a changed phrase as one', async () => {
    expect(await diff('say the quick fox now', 'say a slow dog now')).toBe('say {-the quick fox}{+a slow dog} now')
    expect(await diff('a', 'a b')).toBe('a{+ b}')
  })

  it('marks whole lines that came or went', async () => {
    expect(await diff('one\ntwo\n', 'one\nnew\ntwo\n')).toBe('one\n{+new\n}two\n')
    expect(await diff('', 'new')).toBe('{+new}')
    expect(await diff('old', '')).toBe('{-old}')
    expect(await diff('same', 'same')).toBe('same')
  })

  it('holds both texts entirely', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const { pieces } = await diffTexts(before, after)
        expect(side(pieces, 'added')).toBe(before)
        expect(side(pieces, 'removed')).toBe(after)
      }),
    )
  })

  it('counts words, not signs', async () => {
    const { pieces } = await diffTexts('one two — three', 'one 2.5 three, four’s')
    expect(countWords(pieces)).toEqual({ added: 2, removed: 1 })
  })

  it.each([
    [
      'a word changed in every line',
      (index: number) => `Line ${index} of the old minutes says this.\n`,
      (index: number) => `Line ${index} of the new minutes says this.\n`,
    ],
    [
      'nothing in common',
      (index: number) => `alpha${index} beta${index * 7} gamma\n`,
      (index: number) => `delta${index * 3} epsilon${index} zeta\n`,
    ],
    ['one endless line', (index: number) => `word${index} `, (index: number) => `word${index + 1} other${index} `],
  ])('lets others have their turn over 500 KB: %s', async (_name, old, now) => {
    const lines = (of: (index: number) => string) => Array.from({ length: 15_000 }, (_, index) => of(index)).join('')
    const [before, after] = [lines(old), lines(now)]
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const { pieces } = await diffTexts(before, after)
    clearInterval(watch)
    expect(side(pieces, 'added') === before && side(pieces, 'removed') === after).toBe(true)
    expect(pieces.length).toBeLessThan(10_100)
    // generous, for a busy machine: what is held is far below what comparing all of it at once takes
    expect(longest).toBeLessThan(400)
  })
})

describe('a long text', () => {
  it('leaves out lines far from every change and says how many', async () => {
    const lines = Array.from({ length: 40 }, (_, index) => `line ${index}\n`)
    const changed = lines.with(20, 'changed\n')
    const { pieces } = await diffTexts(lines.join(''), changed.join(''))
    expect(marked(skipUnchanged(pieces))).toBe('{17}line 17\nline 18\nline 19\n{-line 20}{+changed}\nline 21\nline 22\nline 23\n{16}')
  })

  it('keeps a short one whole', async () => {
    const before = 'a\nb\nc\nd\ne\nf\n'
    const { pieces } = await diffTexts(before, `${before}g\n`)
    expect(skipUnchanged(pieces)).toEqual([
      { change: 'skipped', text: '', lines: 3 },
      { change: 'same', text: 'd\ne\nf\n', lines: 0 },
      { change: 'added', text: 'g\n', lines: 0 },
    ])
    const { pieces: few } = await diffTexts('a\nb\nc\nd\ne\n', 'a\nb\nc\nd\ne\ng\n')
    expect(few).toEqual(skipUnchanged(few))
  })
})
