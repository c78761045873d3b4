/** The rule of ADR 4: colours and lengths stand in tokens.css and nowhere else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const renderer = join(import.meta.dirname, '../../../../src/renderer')
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && !file.endsWith('tokens.css'),
)
const tokens = readFileSync(join(renderer, 'styles/tokens.css'), 'utf8')
const defined = new Set(Array.from(tokens.matchAll(/^\s*(--[\w-]+):/gm), ([, name]) => name))

/** The declarations alone: comments and the conditions of media and container queries may name lengths. */
const declarations = (css: string) => css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/@(?:media|container|import|supports)[^{;]*/g, '')

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch|lab)\(|:\s*(?:white|black|red|gray|grey)\b/gi
/** `em` is measured by the text it stands in and is no length of its own. */
const LENGTH = /(?<![\w-])-?\d*\.?\d+(?:px|rem|pt|cm|mm|in)\b/g
/** Custom properties that components set through `style`. */
const scripts = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx'))
  .map((file) => readFileSync(join(renderer, file), 'utf8'))
  .join('\n')

describe.each(sheets)('%s', (file) => {
  const css = declarations(readFileSync(join(renderer, file), 'utf8'))

  test('holds no colour and no length of its own', () => {
    const own = [...css.matchAll(COLOUR), ...css.matchAll(LENGTH)].map(([found]) => found)
    expect(own).toEqual([])
  })

  test('uses tokens that exist', () => {
    const unknown = Array.from(css.matchAll(/var\((--[\w-]+)/g), ([, name]) => name ?? '').filter(
      (name) => !defined.has(name) && !name.startsWith('--radix-') && !css.includes(`${name}:`) && !scripts.includes(`'${name}'`),
    )
    expect(unknown).toEqual([])
  })
})

describe('tokens', () => {
  const block = (selector: string) => {
    const start = tokens.indexOf(selector)
    return new Map(
      Array.from(tokens.slice(start, tokens.indexOf('\n}', start)).matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g), ([, name, value]) => [
        name ?? '',
        value ?? '',
      ]),
    )
  }
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (a: string, b: string) => {
    const [bright = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
    return (bright + 0.05) / (dark + 0.05)
  }

  test.each(["[data-theme='light']", "[data-theme='dark']"])('text in %s can be read on every ground it stands on', (selector) => {
    const theme = block(selector)
    const at = (name: string) => theme.get(name) ?? ''
    const pairs = [
      ...['--paper', '--paper-side', '--surface', '--hover', '--select'].flatMap((ground) =>
        ['--ink', '--ink-2', '--ink-3'].map((ink) => [ink, ground] as const),
      ),
      ...['--paper', '--paper-side', '--surface'].flatMap((ground) =>
        ['--accent', '--bad', '--warn', '--good', '--note'].map((ink) => [ink, ground] as const),
      ),
      ...['accent', 'bad', 'warn', 'good', 'note'].map((name) => [`--${name}`, `--${name}-soft`] as const),
      ['--accent-ink', '--accent'],
    ] as const
    const weak = pairs
      .filter(([ink, ground]) => contrast(at(ink), at(ground)) < 4.5)
      .map(([ink, ground]) => `${ink} on ${ground}: ${contrast(at(ink), at(ground)).toFixed(2)}`)
    expect(weak).toEqual([])
  })

  test.each(["[data-theme='light']", "[data-theme='dark']"])('outlines of controls in %s can be seen', (selector) => {
    const theme = block(selector)
    for (const ground of ['--paper', '--surface'])
      expect(contrast(theme.get('--line-3') ?? '', theme.get(ground) ?? '')).toBeGreaterThanOrEqual(3)
  })
})
