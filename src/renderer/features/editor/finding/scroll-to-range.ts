/** So much of the text around a find is shown with it. */
const MARGIN = 96

const scrollerOf = (element: HTMLElement): HTMLElement | null => {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY) && around.scrollHeight > around.clientHeight) return around
  return null
}

/** Brings a range into sight: what folds it away is opened; nothing moves when it is in sight already. */
export function scrollToRange(range: Range): void {
  const element = range.startContainer.parentElement
  if (!element) return
  for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
  // within a table that scrolls by itself
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const scroller = scrollerOf(element)
  if (!scroller) return
  const seen = scroller.getBoundingClientRect()
  const { top, bottom } = range.getBoundingClientRect()
  if (top < seen.top + MARGIN) scroller.scrollTop -= seen.top + MARGIN - top
  else if (bottom > seen.bottom - MARGIN) scroller.scrollTop += bottom - (seen.bottom - MARGIN)
}
