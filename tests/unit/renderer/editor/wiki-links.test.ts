import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { linkAt } from '../../../../src/renderer/features/editor/codemirror/link-at.ts'
import { markdownText } from '../../../../src/renderer/features/editor/codemirror/markdown-language.ts'
import { wikiLinkAt } from '../../../../src/renderer/features/editor/text/wiki-link-pattern.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'

const open = (doc: string) => {
  const state = EditorState.create({ doc, extensions: markdownText })
  const tree = ensureSyntaxTree(state, doc.length, 5_000)
  if (!tree) throw new Error('The text was not parsed in time.')
  return { state, tree }
}

const linksOf = (doc: string) => {
  const found: { from: number; to: number; target: string }[] = []
  open(doc).tree.iterate({
    enter: ({ name, from, to }) => {
      if (name === 'WikiLink') found.push({ from, to, target: wikiLinkAt(doc.slice(from, to), 0)?.target ?? '' })
    },
  })
  return found
}

describe('wikilinks in the editor', () => {
  it.each([
    'plain [[Rex Facer]] and [[Rex Facer|Rex]] and [[Minutes#2. Studies|there]]',
    'embedded ![[chart.png]] and escaped \\[[not this]]',
    '`[[code]]` and ``[[code]]`` then [[real]]',
    '```\n[[in a fence]]\n```\n\n[[after]]',
    '    [[indented code]]\n\n[[after]]',
    '- [ ] task [[Li Wei (UNDP)]]\n  - [[nested]]',
    '> [!decision] SC/2023/5 [[Study]]\n> text [[Other]]',
    '| a | b |\n| --- | --- |\n| [[One\\|1]] | [[Two]] |',
    '[[]] [[ ]] [[a]b]] [[open [[Inner]] [[x\ny]]',
    'Республика [[Қазақстан|Казахстан]] **[[bold]]**',
    '[[A|b [c] d]] [[A|]] [text [[Inner]]](https://example.org)',
  ])('are those the workspace reads: %s', (body) => {
    expect(linksOf(body)).toEqual(findLinks(body).map(({ from, to, target }) => ({ from, to, target })))
  })

  it('show what stands behind the bar', () => {
    expect(wikiLinkAt('[[Rex Facer|Rex]]', 0)).toMatchObject({ target: 'Rex Facer', shown: 'Rex', shownFrom: 12, shownTo: 15 })
    expect(wikiLinkAt('[[Rex Facer]]', 0)).toMatchObject({ target: 'Rex Facer', shown: 'Rex Facer', shownFrom: 2, shownTo: 11 })
    expect(wikiLinkAt('[[#Agenda]]', 0)).toMatchObject({ target: '', heading: 'Agenda', shown: 'Agenda' })
  })
})

describe('the link at the caret', () => {
  const at = (marked: string) => linkAt(open(marked.replace('^', '')).state, marked.indexOf('^'))

  it.each([
    ['see [[Rex ^Facer|Rex]]', { kind: 'record', name: 'Rex Facer', heading: '', embed: false }],
    ['see [[Rex Facer]]^', { kind: 'record', name: 'Rex Facer', heading: '', embed: false }],
    ['[the ^site](https://example.org/a)', { kind: 'address', address: 'https://example.org/a' }],
    ['<https://exam^ple.org>', { kind: 'address', address: 'https://example.org' }],
    ['write to rex@exa^mple.org', { kind: 'address', address: 'mailto:rex@example.org' }],
  ])('%s', (text, link) => {
    expect(at(text)).toEqual(link)
  })

  it.each(['no li^nk', '[run](java^script:alert(1))', '[file](file:///etc/pass^wd)', '[old](http://exa^mple.org)'])(
    'none in %s',
    (text) => {
      expect(at(text)).toBeNull()
    },
  )
})
