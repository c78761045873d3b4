import { expect, test } from 'vitest'
import { attachmentChanges } from '../../../../src/shared/model/attachment-changes.ts'

const file = (name: string, sha256: string) => ({ name, sha256 })

test('files that came, went and were renamed are told apart; the others are not named', () => {
  const before = [file('Plan.png', 'a'), file('Red.jpg', 'b'), file('Blue.jpg', 'c')]
  const after = [file('Plan.png', 'a'), file('Sky.jpg', 'c'), file('Hall.png', 'd')]
  expect(attachmentChanges(before, after)).toEqual({
    added: ['Hall.png'],
    removed: ['Red.jpg'],
    renamed: [{ from: 'Blue.jpg', to: 'Sky.jpg' }],
  })
})

test('another content under the same name is one that went and one that came', () => {
  expect(attachmentChanges([file('Plan.png', 'a')], [file('Plan.png', 'b')])).toEqual({
    added: ['Plan.png'],
    removed: ['Plan.png'],
    renamed: [],
  })
})
