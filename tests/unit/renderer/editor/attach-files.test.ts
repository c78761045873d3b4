import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { embedAt } from '../../../../src/renderer/features/editor/codemirror/attach-files.ts'
import { renderMarkdown } from '../../../../src/renderer/features/editor/reading/render-markdown.ts'

test.each([
  ['^', '![[a.png]]'],
  ['before^', ' ![[a.png]]'],
  ['before ^', '![[a.png]]'],
  ['^after', '![[a.png]] '],
  ['before^after', ' ![[a.png]] '],
  ['line\n^\nline', '![[a.png]]'],
])('%j', (marked, embed) => {
  const state = EditorState.create({ doc: marked.replace('^', '') })
  expect(embedAt(state, marked.indexOf('^'), 'a.png')).toBe(embed)
})

test('an embed is told apart from a link, and its name is escaped', () => {
  const html = renderMarkdown('![[a "b" <i>.png]] and [[a.png]]').join('')
  expect(html).toContain('<a data-part="embed" data-link="a &quot;b&quot; &lt;i&gt;.png"')
  expect(html).toContain('<a data-part="link" data-link="a.png"')
})
