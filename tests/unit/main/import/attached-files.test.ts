import { expect, it } from 'vitest'
import { AttachedFilesReader } from '../../../../src/main/import/attached-files.ts'
import { readDraft } from '../../../../src/main/import/draft.ts'
import type { ImportSource } from '../../../../src/main/import/source.ts'
import { MAX_ATTACHMENTS } from '../../../../src/shared/model/attachment-name.ts'

/** Each file holds its own path. */
const source: ImportSource = {
  location: 'here',
  list: async () => ({ files: [], others: [], refused: [], hidden: [], unseen: [] }),
  readText: async (path) => path,
  open: async (path) => {
    const bytes = Buffer.from(path)
    return {
      bytes: bytes.length,
      content: (async function* () {
        yield bytes
      })(),
    }
  },
  close: async () => undefined,
}

it('takes as many files into a record as one may have, and names each that is left out', async () => {
  const files = Array.from({ length: MAX_ATTACHMENTS + 2 }, (_, at) => `plan ${at}.pdf`)
  const remarks: string[] = []
  const reader = new AttachedFilesReader({
    source,
    files,
    now: '2023-05-17T14:02:00.000Z',
    remark: (file, remark) => remarks.push(`${file}: ${remark}`),
  })
  const read = await reader.read(readDraft('Note.md', files.map((file) => `![[${file}]]`).join('\n')), undefined)
  expect(read.map(({ file }) => file)).toEqual(files.slice(0, MAX_ATTACHMENTS))
  expect(remarks).toHaveLength(2)
  for (const file of files.slice(MAX_ATTACHMENTS)) expect(remarks.join('\n')).toContain(`Note.md: The file “${file}” was left out`)
})
