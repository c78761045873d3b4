import { expect, test } from 'vitest'
import { withLastLine } from '../../../../../src/main/services/today/add-action.ts'

const LINE = '- [ ] Call'

test.each([
  ['', '- [ ] Call\n'],
  ['\n\n', '\n\n- [ ] Call\n'],
  ['- a', '- a\n- [ ] Call\n'],
  ['- a\n\n\n', '- a\n\n\n- [ ] Call\n'],
  ['Text.', 'Text.\n\n- [ ] Call\n'],
  ['Text.\n', 'Text.\n\n- [ ] Call\n'],
  ['Text.  \n \n', 'Text.  \n \n- [ ] Call\n'],
  ['Text.\r\n', 'Text.\r\n\r\n- [ ] Call\r\n'],
  ['Text.\r\n\r\n', 'Text.\r\n\r\n- [ ] Call\r\n'],
])('a line that is jotted down stands behind %j, of which no byte changes', (body, after) => {
  expect(withLastLine(body, LINE)).toBe(after)
})
