import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../../src/renderer/features/editor/reading/render-markdown.ts'
import { findDecisions } from '../../../../src/shared/markdown/decisions.ts'
import { findTasks } from '../../../../src/shared/markdown/tasks.ts'

const html = (markdown: string) => renderMarkdown(markdown).join('')

describe('the dialect as HTML', () => {
  it('names the record of a wikilink and shows its words', () => {
    expect(html('see [[Rex Facer|Rex]]')).toBe('<p>see <a data-part="link" data-link="Rex Facer" data-heading="">Rex</a></p>\n')
    expect(html('`[[code]]`')).toBe('<p><code>[[code]]</code></p>\n')
  })

  it('shows who is responsible as a chip and a link in the sentence as a link', () => {
    const task = html('- [ ] Send [[Remuneration]] to members [[Rex Facer]] 📅 2023-06-30')
    expect(task).toContain('<a data-part="link" data-link="Remuneration"')
    expect(task).toContain('<a data-part="chip" data-link="Rex Facer"')
    expect(task).toContain('<span data-part="date" data-signifier="due" data-date="2023-06-30">')
  })

  it('knows the three states of a task', () => {
    const list = html('- [ ] open\n- [x] done\n- [-] given up\n- no task')
    expect(list.match(/data-state="\w+"/g)).toEqual(['data-state="open"', 'data-state="done"', 'data-state="cancelled"'])
    expect(list).not.toContain('[-]')
    expect(list).toContain('<li>no task</li>')
  })

  it('boxes a decision with number, title and text', () => {
    expect(html('> [!decision] SC/2023/5 Common *questionnaire*\n> Studies use one.\n>\n> - by silence')).toBe(
      '<div data-part="callout" data-tone="decision" data-line="0"><p data-part="callout-title" data-type="decision"><span data-part="number">SC/2023/5</span> Common <em>questionnaire</em></p><p>Studies use one.</p><ul>\n<li>by silence</li>\n</ul>\n</div>',
    )
    expect(html('> only a quotation')).toContain('<blockquote>')
    expect(html('> a [!decision] in the words')).toContain('<blockquote>')
  })

  it('boxes the callouts of other tools by what they mean', () => {
    expect(html('> [!WARNING]- Sample\n> Invented.')).toBe(
      '<div data-part="callout" data-tone="warning" data-line="0"><p data-part="callout-title" data-type="warning">Sample</p><p>Invented.</p></div>',
    )
    expect(html('> [!tip]\n> Text')).toContain('data-tone="note"')
  })

  it('gives tasks, decisions and headings the line they stand on', () => {
    const body =
      '# One\r\n\n\nText\nover lines\n\n- [ ] first\n- item\n  - [x] nested\n\n> quoted\n> - [ ] in a quotation\n\n```\n- [ ] code\n```\n\n> [!decision] A/1 Title\n> text\n\n## Two\n'
    const lines = [...html(body).matchAll(/<(h\d|li|div)[^>]*data-line="(\d+)"/g)].map((match) => Number(match[2]))
    const expected = [0, ...findTasks(body).map((task) => task.line), ...findDecisions(body).map((decision) => decision.line), 20]
    expect(lines).toEqual(expected)
  })
})

describe('what may not be opened or fetched', () => {
  it('shows the address of a picture as text', () => {
    expect(html('![chart](https://example.org/c.png)')).toBe('<p><span data-part="picture">chart (https://example.org/c.png)</span></p>\n')
  })

  it.each(['javascript:alert(1)', 'http://example.org', 'file:///etc/passwd', 'data:text/html,x', '//example.org'])(
    'does not link %s',
    (address) => {
      expect(html(`[words](${address})`)).toBe(`<p>words (${address})</p>\n`)
    },
  )

  it('escapes what links and dates carry', () => {
    expect(html('[[a" onclick="alert(1)|<img src=x>]]')).not.toMatch(/onclick="|<img/)
    expect(html('[x](https://example.org/"onclick="alert(1))')).not.toContain('"onclick')
  })
})

describe('HTML in a text', () => {
  it('passes where it only formats, and is shown as written where it does more', () => {
    expect(html('H<sub>2</sub>O<br>and more')).toBe('<p>H<sub>2</sub>O<br>and more</p>\n')
    expect(html('a <script>b')).toBe('<p>a &lt;script&gt;b</p>\n')
    expect(html('<iframe src="https://example.org">')).toContain('&lt;iframe src=&quot;https://example.org&quot;&gt;')
    expect(html('<p>x<!DOCTYPE y></p>')).not.toContain('<!')
  })

  it('leaves comments out, and nothing behind them', () => {
    expect(html('seen <!-- unseen --> seen')).toBe('<p>seen  seen</p>\n')
    expect(html('<!-- one --><script>x</script><!-- two -->')).toContain('&lt;script&gt;')
  })
})

describe('long texts', () => {
  it('come in pieces', () => {
    expect(renderMarkdown('word\n\n'.repeat(500)).length).toBeGreaterThan(5)
    expect(renderMarkdown('')).toEqual([])
  })
})
