/** What a line begins with, or is as a whole, after its quote marks and indentation. */
export const THEMATIC = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
export const HEADING = /^#{1,6}(?:[ \t]|$)/
export const FENCE = /^(?:(`{3,})[^`]*|(~{3,}).*)$/
export const BULLET = /^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/
export const SETEXT = /^(?:=+|-+)[ \t]*$/
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/

/** A line of dashes below a head of as many cells. */
export const makesTable = (head: string, below: string) =>
  head.includes('|') && DELIMITER_ROW.test(below.trimEnd()) && cellsIn(head) === cellsIn(below)
const cellsIn = (row: string) =>
  row
    .trim()
    .replace(/\\./gs, '')
    .replace(/^\||\|$/g, '')
    .split('|').length
/** Ends an open paragraph. */
export const breaksParagraph = (text: string) => HEADING.test(text) || FENCE.test(text) || THEMATIC.test(text)
