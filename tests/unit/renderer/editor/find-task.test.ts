import { describe, expect, it } from 'vitest'
import { findTaskLine, withTaskToggled } from '../../../../src/renderer/features/editor/text/find-task.ts'

const body = 'intro\n- [ ] write [[Rex Facer]]\n- [ ] call\n- [ ] write [[Li Wei]]'

describe('finding a task again', () => {
  it('goes by its words, nearest first', () => {
    expect(findTaskLine(body, 1, 'write')).toBe(1)
    expect(findTaskLine(body, 3, 'write')).toBe(3)
    expect(findTaskLine(`new\nlines\n${body}`, 2, 'call')).toBe(4)
    expect(findTaskLine(body, 1, 'gone')).toBeNull()
  })

  it('ticks that task and no other', () => {
    expect(withTaskToggled(body, 2, 'call', '2023-05-19')).toBe(body.replace('- [ ] call', '- [x] call ✅ 2023-05-19'))
    expect(withTaskToggled(body, 2, 'gone', '2023-05-19')).toBeNull()
  })
})
