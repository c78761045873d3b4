/** What the window makes of a connection that went: a moment, or an application that has stopped. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setConnected, useConnection } from '../../../../src/renderer/store/connection.ts'

beforeEach(() => {
  vi.useFakeTimers()
  setConnected(true)
})
afterEach(() => vi.useRealTimers())

const state = () => useConnection.getState()

test('the application is taken to have stopped after ten seconds, counted from the loss', () => {
  setConnected(false)
  vi.advanceTimersByTime(6_000)
  // a failed attempt to reconnect tells the same again
  setConnected(false)
  vi.advanceTimersByTime(3_999)
  expect(state()).toEqual({ connected: false, stopped: false, refused: false })
  vi.advanceTimersByTime(1)
  expect(state()).toEqual({ connected: false, stopped: true, refused: false })
})

test('a connection that comes back in time is not called stopped later', () => {
  setConnected(false)
  vi.advanceTimersByTime(9_000)
  setConnected(true)
  vi.advanceTimersByTime(60_000)
  expect(state()).toEqual({ connected: true, stopped: false, refused: false })
})

test('the next loss has its own ten seconds', () => {
  setConnected(false)
  vi.advanceTimersByTime(20_000)
  setConnected(true)
  expect(state().stopped).toBe(false)
  setConnected(false)
  vi.advanceTimersByTime(9_999)
  expect(state().stopped).toBe(false)
  vi.advanceTimersByTime(1)
  expect(state().stopped).toBe(true)
})

test('a refusal stays until the page is let in', () => {
  setConnected(false, true)
  setConnected(false)
  expect(state().refused).toBe(true)
  setConnected(true)
  expect(state().refused).toBe(false)
})
