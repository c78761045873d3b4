import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  attachmentNamed,
  attachmentNameProblem,
  cleanAttachmentName,
  freeAttachmentName,
  MAX_ATTACHMENT_NAME,
} from '../../../../src/shared/model/attachment-name.ts'
import { attachments } from '../../../../src/shared/model/attachment.ts'
import { findLinks } from '../../../../src/shared/markdown/links.ts'
import { linkKey } from '../../../../src/shared/text/link-key.ts'

describe('names of attachments', () => {
  test.each([
    ['Picture.png', 'Picture.png'],
    ['../../etc/passwd', '..-..-etc-passwd'],
    ['C:\\Temp\\a.txt', 'C:-Temp-a.txt'],
    ['a\u202Egnp.exe', 'a gnp.exe'],
    ['Re [draft] #2|b^c.pdf', 'Re (draft) -2-b-c.pdf'],
    ['  two \n lines  .txt ', 'two lines .txt'],
    ['', 'Attachment'],
    ['..', 'Attachment'],
    ['\u0000', 'Attachment'],
    ['Отчёт о встрече.docx', 'Отчёт о встрече.docx'],
    ['e\u0301.txt', '\u00e9.txt'],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanAttachmentName(given)).toBe(clean)
  })

  test('any name becomes one that an embed can hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanAttachmentName(given)
        expect(attachmentNameProblem(name)).toBeUndefined()
        expect(cleanAttachmentName(name)).toBe(name)
        expect(findLinks(`![[${name}]]`)).toMatchObject([{ embed: true, target: name, heading: '', shown: '' }])
      }),
    )
  })

  test('a long name keeps its ending', () => {
    const name = cleanAttachmentName(`${'long '.repeat(100)}.jpeg`)
    expect(name.length).toBeLessThanOrEqual(MAX_ATTACHMENT_NAME)
    expect(name.endsWith('.jpeg')).toBe(true)
  })

  test('a taken name gets a number before its ending, and the number fits', () => {
    expect(freeAttachmentName('a.png', [])).toBe('a.png')
    expect(freeAttachmentName('a.png', ['A.PNG'])).toBe('a 2.png')
    expect(freeAttachmentName('a.png', ['a.png', 'a 2.png'])).toBe('a 3.png')
    const long = `${'x'.repeat(MAX_ATTACHMENT_NAME - 4)}.png`
    const free = freeAttachmentName(long, [long])
    expect(free).toHaveLength(MAX_ATTACHMENT_NAME)
    expect(free.endsWith(' 2.png')).toBe(true)
  })

  test('a target is compared as links compare names', () => {
    const list = [{ name: 'Plan  A.png' }, { name: '\u00e9.txt' }]
    expect(attachmentNamed(list, 'plan a.PNG')).toBe(list[0])
    expect(attachmentNamed(list, 'e\u0301.txt')).toBe(list[1])
    expect(attachmentNamed(list, 'plan.png')).toBeUndefined()
  })

  test('a record never has two files of one name', () => {
    const file = (name: string) => ({ name, sha256: 'a'.repeat(64), bytes: 1, mediaType: 'image/png', addedAt: '2023-05-17T14:02:00.000Z' })
    expect(attachments.safeParse([file('a.png'), file('b.png')]).success).toBe(true)
    expect(linkKey('A.PNG')).toBe(linkKey('a.png'))
    expect(attachments.safeParse([file('a.png'), file('A.PNG')]).success).toBe(false)
    for (const name of ['', ' a', 'a/b', '..', 'a]', 'a\u202eb', 'x'.repeat(201)])
      expect(attachments.safeParse([file(name)]).success).toBe(false)
  })
})
