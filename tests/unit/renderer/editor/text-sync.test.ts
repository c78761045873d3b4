import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { TextSync } from '../../../../src/renderer/features/editor/text/text-sync.ts'

/** What the editor holds after the owner's value arrived. */
const after = (sync: TextSync, value: string, held: string) => {
  const changes = sync.received(value, () => held)
  return changes ? changes.apply(Text.of(held.split('\n'))).toString() : held
}

describe('TextSync', () => {
  it('does not take a late echo for news', () => {
    const sync = new TextSync('')
    sync.sent('a')
    sync.sent('ab')
    expect(after(sync, 'a', 'ab')).toBe('ab')
    expect(after(sync, 'ab', 'ab')).toBe('ab')
  })

  it('leaves typing alone while the owner still shows the text from before', () => {
    const sync = new TextSync('start')
    sync.sent('start!')
    expect(after(sync, 'start', 'start!')).toBe('start!')
  })

  it('takes in a change from another window', () => {
    const sync = new TextSync('one\ntwo')
    expect(after(sync, 'one\nthree\ntwo', 'one\ntwo')).toBe('one\nthree\ntwo')
  })

  it('keeps what was typed when a change from another window comes in between', () => {
    const sync = new TextSync('one\ntwo')
    sync.sent('one\ntwo, typed')
    expect(after(sync, 'zero\none\ntwo', 'one\ntwo, typed')).toBe('zero\none\ntwo, typed')
  })

  it('does not take another kind of line end for a change', () => {
    const sync = new TextSync('one\r\ntwo')
    expect(sync.received('one\r\ntwo', () => 'one\ntwo')).toBeNull()
    expect(after(sync, 'one\r\ntwo\r\nthree', 'one\ntwo')).toBe('one\ntwo\nthree')
  })

  it('takes back a text when the owner undoes what was echoed', () => {
    const sync = new TextSync('one')
    sync.sent('one two')
    expect(after(sync, 'one two', 'one two')).toBe('one two')
    expect(after(sync, 'one', 'one two')).toBe('one')
  })

  it('changes as little as it can, so that the caret stays at its words', () => {
    const sync = new TextSync('First line\nSecond line')
    const changes = sync.received('First, longer line\nSecond line', () => 'First line\nSecond line')
    expect(changes?.mapPos('First line\nSec'.length)).toBe('First, longer line\nSec'.length)
  })
})
