import { describe, expect, it } from 'vitest'
import { VirtualRows } from '../../../../../src/renderer/parts/rows/virtual-rows.ts'

/** A page that draws the rows of a list as a browser would: `heights` are the true ones, 50 pixels where none is given. */
function drawnPage(count: number, heights: Readonly<Record<number, number>> = {}, firstTop = 0) {
  const shape = { count, rowHeight: 50, above: 30, covered: 20 }
  const virtual = new VirtualRows(shape, firstTop)
  const total = () => Array.from({ length: shape.count }, (_, index) => heights[index] ?? 50).reduce((sum, height) => sum + height, 0)
  const scroller = {
    at: 0,
    clientHeight: 530,
    get scrollTop() {
      return this.at
    },
    set scrollTop(value: number) {
      this.at = Math.max(0, Math.min(value, total() + shape.above - this.clientHeight))
    },
  }
  let asked = true
  virtual.subscribe(() => (asked = true))
  const draw = () => {
    let rounds = 0
    while (asked) {
      asked = false
      rounds += 1
      const { from, to } = virtual.rows
      for (let index = 0; index < shape.count; index += 1) {
        virtual.setRow(index, index >= from && index < to ? { offsetHeight: heights[index] ?? 50 } : null)
      }
      virtual.setScroller(scroller)
      virtual.drawn(shape)
      expect(rounds).toBeLessThan(20)
    }
  }
  draw()
  const topOf = (index: number) => virtual.startOf(index) - scroller.scrollTop
  return { virtual, scroller, draw, topOf, shape }
}

describe('VirtualRows', () => {
  it('draws what is in sight and a little more', () => {
    const { virtual, scroller, draw } = drawnPage(100_000)
    expect(virtual.rows).toEqual({ from: 0, to: 17, top: 0 })
    scroller.scrollTop = 2_500_000
    virtual.scrolled()
    draw()
    expect(virtual.rows).toEqual({ from: 49_994, to: 50_017, top: 50_000 })
  })

  it('keeps what is in sight in its place when rows above turn out to be higher', () => {
    const { virtual, scroller, draw, topOf } = drawnPage(1_000, { 496: 90, 497: 120 })
    scroller.scrollTop = 500 * 50
    virtual.scrolled()
    const before = topOf(500)
    draw()
    expect(topOf(500)).toBe(before)
    expect(virtual.startOf(500)).toBe(500 * 50 + 110)
  })

  it('scrolls no further than it must, and clear of the head and the heading', () => {
    const { virtual, scroller, draw, topOf } = drawnPage(1_000)
    virtual.scrollTo(12, 'nearest')
    draw()
    expect(topOf(12) + 50).toBe(500)
    virtual.scrollTo(8, 'nearest')
    draw()
    expect(topOf(12) + 50).toBe(500)
    virtual.scrollTo(1, 'nearest')
    draw()
    expect(topOf(1)).toBe(20)
    virtual.scrollTo(0, 'nearest')
    draw()
    expect(scroller.scrollTop).toBe(0)
  })

  it('reaches a row also when the rows around it have never been measured', () => {
    const heights = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [960 + index, 70 + index]))
    const { virtual, draw, topOf } = drawnPage(1_000, heights)
    virtual.scrollTo(999, 'nearest')
    draw()
    expect(topOf(1_000)).toBe(500)
    virtual.scrollTo(970, 'sight')
    draw()
    const middle = (topOf(970) + topOf(971)) / 2
    expect(Math.abs(middle - 250)).toBeLessThanOrEqual(1)
  })

  it('leaves what is in sight where it is, and brings the rest into the middle', () => {
    const { virtual, scroller, draw, topOf } = drawnPage(1_000)
    virtual.scrollTo(6, 'sight')
    draw()
    expect(scroller.scrollTop).toBe(0)
    virtual.scrollTo(500, 'sight')
    draw()
    expect(topOf(500) + 25).toBe(250)
  })

  it('leaves the scroll bar to the person once a row has been reached', () => {
    const { virtual, scroller, draw } = drawnPage(1_000)
    virtual.scrollTo(900, 'sight')
    draw()
    scroller.scrollTop = 100
    virtual.scrolled()
    draw()
    expect(scroller.scrollTop).toBe(100)
  })

  it('begins where the list was left', () => {
    const { virtual } = drawnPage(1_000, { 300: 80 }, 300)
    expect(virtual.rows.top).toBe(300)
  })

  it('draws nothing beyond the end of a list that has become shorter', () => {
    const { virtual, draw, shape, scroller } = drawnPage(1_000)
    virtual.scrollTo(999, 'nearest')
    draw()
    shape.count = 5
    virtual.drawn(shape)
    scroller.scrollTop = 0
    virtual.scrolled()
    draw()
    expect(virtual.rows).toEqual({ from: 0, to: 5, top: 0 })
  })
})
