import { beforeEach, describe, expect, it } from 'vitest'
import { dismissToastsAbout, leavePage, showToast, useToasts } from '../../../../src/renderer/store/toasts.ts'

const shown = () => useToasts.getState().toasts.map(({ message, duration }) => [message, duration])

beforeEach(() => useToasts.setState({ toasts: [] }))

describe('news of a failure', () => {
  it('stay on the page until they are closed, and go when it is left', () => {
    showToast({ message: 'The day lies in the future.', tone: 'bad' })
    showToast({ message: 'The disk is full.', tone: 'bad', duration: null })
    expect(shown()).toEqual([
      ['The day lies in the future.', null],
      ['The disk is full.', null],
    ])
    leavePage()
    expect(shown()).toEqual([
      ['The day lies in the future.', 5_000],
      ['The disk is full.', null],
    ])
  })

  it('go when what they speak of is mended', () => {
    showToast({ message: 'The day lies in the future.', tone: 'bad', about: 'one action' })
    showToast({ message: 'There is no such day.', tone: 'bad', about: 'one action' })
    showToast({ message: 'Not saved.', tone: 'bad', about: 'another' })
    expect(shown().map(([message]) => message)).toEqual(['There is no such day.', 'Not saved.'])
    dismissToastsAbout('one action')
    expect(shown().map(([message]) => message)).toEqual(['Not saved.'])
  })
})
