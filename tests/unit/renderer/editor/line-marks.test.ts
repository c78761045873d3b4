import { describe, expect, it } from 'vitest'
import { asAction, asDecision, asHeading, asList, asQuote, readLine } from '../../../../src/renderer/features/editor/text/line-marks.ts'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'

describe('marking a line as an action', () => {
  it.each([
    ['Send the study', '- [ ] Send the study'],
    ['- Send the study', '- [ ] Send the study'],
    ['  * Send the study', '  * [ ] Send the study'],
    ['## Send the study', '- [ ] Send the study'],
    ['> Send the study', '> - [ ] Send the study'],
    ['', '- [ ] '],
    ['- [ ] Send the study', '- Send the study'],
    ['- [x] Send the study', '- Send the study'],
  ])('“%s” → “%s”', (line, marked) => {
    expect(asAction(line)).toBe(marked)
  })
})

describe('marking lines as a decision', () => {
  it('quotes the lines under a callout and takes it back', () => {
    const lines = ['SC/2023/5 Common questionnaire', 'Studies use one questionnaire.']
    const marked = ['> [!decision] SC/2023/5 Common questionnaire', '> Studies use one questionnaire.']
    expect(asDecision(lines)).toEqual(marked)
    expect(asDecision(['> [!decision|by consensus] SC/2023/5 Common questionnaire', '> Studies use one questionnaire.'])).toEqual(lines)
    expect(asDecision(marked)).toEqual(lines)
    expect(findDecisions(marked.join('\n'))).toMatchObject([
      { number: 'SC/2023/5', title: 'Common questionnaire', text: 'Studies use one questionnaire.' },
    ])
  })

  it('begins an empty decision on an empty line', () => {
    expect(asDecision([''])).toEqual(['> [!decision] '])
  })

  it('lifts a heading or a quoted line into its title', () => {
    expect(asDecision(['## Budget'])).toEqual(['> [!decision] Budget'])
    expect(asDecision(['> Budget'])).toEqual(['> [!decision] Budget'])
  })
})

describe('headings, lists, quotations', () => {
  it('turns on and off', () => {
    expect(asHeading(['Agenda'], 2)).toEqual(['## Agenda'])
    expect(asHeading(['## Agenda'], 2)).toEqual(['Agenda'])
    expect(asHeading(['# Agenda'], 2)).toEqual(['## Agenda'])
    expect(asList(['one', '', 'two'])).toEqual(['- one', '', '- two'])
    expect(asList(['- one', '', '- two'])).toEqual(['one', '', 'two'])
    expect(asList([''])).toEqual(['- '])
    expect(asQuote(['one', 'two'])).toEqual(['> one', '> two'])
    expect(asQuote(['> one', '> two'])).toEqual(['one', 'two'])
  })

  it('tells marks from words', () => {
    expect(readLine('> - [ ] [[Li Wei]] writes')).toMatchObject({ prefix: '> ', mark: '-', box: ' ', words: '[[Li Wei]] writes' })
    expect(readLine('#tag is no heading')).toMatchObject({ heading: '', words: '#tag is no heading' })
    expect(readLine('-5 degrees')).toMatchObject({ mark: '', words: '-5 degrees' })
  })
})
