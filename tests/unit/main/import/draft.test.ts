import { expect, it } from 'vitest'
import { readDraft } from '../../../../src/main/import/draft.ts'
import { idOf } from '../../../support/new-record.ts'

const file = `---\nid: "${idOf(1)}"\nkind: note\n---\n\nOne\n\nTwo\n`

it('reads a file of ours that an editor of Windows wrote anew as it was', () => {
  expect(readDraft('Notes/A.md', file.replaceAll('\n', '\r\n'))).toEqual(readDraft('Notes/A.md', file))
})

it('leaves carriage returns that the text itself has', () => {
  expect(readDraft('Notes/A.md', file.replace('One\n', 'One\r\n')).body).toBe('One\r\n\nTwo\n')
})
