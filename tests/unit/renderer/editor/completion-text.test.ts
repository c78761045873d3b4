import { describe, expect, it } from 'vitest'
import {
  closingLength,
  completionRequest,
  linkText,
  titleFromQuery,
} from '../../../../src/renderer/features/editor/text/completion-text.ts'

describe('what is being completed', () => {
  it.each([
    ['see [[', { trigger: '[[', from: 4, query: '' }],
    ['see [[Alikhan Bai', { trigger: '[[', from: 4, query: 'Alikhan Bai' }],
    ['[[One]] and [[Tw', { trigger: '[[', from: 12, query: 'Tw' }],
    ['![[Fig', { trigger: '[[', from: 1, query: 'Fig' }],
    ['@Bai', { trigger: '@', from: 0, query: 'Bai' }],
    ['asked (@Rex Fa', { trigger: '@', from: 7, query: 'Rex Fa' }],
    ['[[Done]] by @', { trigger: '@', from: 12, query: '' }],
  ])('“%s”', (before, request) => {
    expect(completionRequest(before)).toEqual(request)
  })

  it.each([
    ['words', 'no trigger'],
    ['[[One]]', 'the link is closed'],
    ['[[One|shown', 'the words to show are one’s own'],
    ['[[One#Head', 'a heading follows'],
    ['name@example.org', 'an address'],
    ['@ noon', 'a space after @'],
    ['@Rex Facer asked what the study says', 'a sentence'],
    [`[[${'x'.repeat(200)}`, 'too long for a name'],
  ])('nothing in “%s”: %s', (before) => {
    expect(completionRequest(before)).toBeNull()
  })
})

describe('what a choice writes', () => {
  it('links by the title, and shows the alias that was looked for', () => {
    expect(linkText('Astana Civil Service Hub', '')).toBe('[[Astana Civil Service Hub]]')
    expect(linkText('Astana Civil Service Hub', 'ACSH')).toBe('[[Astana Civil Service Hub|ACSH]]')
  })

  it('takes the brackets along that were closed ahead, and no more', () => {
    expect(closingLength(']] and')).toBe(2)
    expect(closingLength('] and')).toBe(1)
    expect(closingLength(']]]')).toBe(2)
    expect(closingLength(' ]]')).toBe(0)
  })

  it('offers to create only what can be a title', () => {
    expect(titleFromQuery('  Li   Wei ')).toBe('Li Wei')
    expect(titleFromQuery('')).toBeNull()
    expect(titleFromQuery('a^b')).toBeNull()
  })
})
