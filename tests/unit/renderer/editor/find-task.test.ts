import { describe, expect, it } from 'vitest'
import { findTask, withTaskToggled } from '../../../../src/renderer/features/editor/text/find-task.ts'
import { findTasks, type Task } from '../../../../src/shared/markdown/tasks.ts'

const body = 'intro\n- [ ] write [[Rex Facer]]\n- [ ] call\n- [ ] write [[Li Wei]]'
const [rex, call, li] = findTasks(body) as [Task, Task, Task]

describe('finding a task again', () => {
  it('goes by all that was seen of it, nearest of equals', () => {
    expect(findTask(body, rex)?.line).toBe(1)
    expect(findTask(`new\nlines\n${body}`, call)?.line).toBe(4)
    // who else has the same to do stands nearer to where it was
    expect(findTask(`new\nlines\n${body}`, li)?.line).toBe(5)
    expect(findTask(`new\nlines\n${body}`, { ...rex, line: 4 })?.line).toBe(3)
    expect(findTask('- [ ] call\n- [ ] ring\n- [ ] call', call)?.line).toBe(2)
    expect(findTask(body, { ...call, text: 'gone' })).toBeUndefined()
    expect(findTask(body, { ...call, state: 'done' })).toBeUndefined()
  })

  it('takes none of two that are equally near', () => {
    expect(findTask('- [ ] call\n- [ ] ring\n- [ ] call', { ...call, line: 1 })).toBeUndefined()
  })

  it('ticks that task and no other', () => {
    expect(withTaskToggled(body, call, '2023-05-19')).toBe(body.replace('- [ ] call', '- [x] call ✅ 2023-05-19'))
    expect(withTaskToggled(body, { ...call, text: 'gone' }, '2023-05-19')).toBeNull()
  })
})
