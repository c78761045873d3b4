import * as fc from 'fast-check'

/** What bodies break on: marks of the dialect whole and half-typed, containers, code, line ends, hard spaces, lone surrogates. */
const PIECES = [
  ['- [ ] ', '- [x] ', '* [-] ', '1. [ ] ', '- [ ]', '[ ] ', '- ', '  - ', '  - [ ] ', '    - [ ] ', '- - [ ] ', '10) [X] '],
  ['\n', '\n', '\n', '\n\n', '\r\n', '\r\n', '\r\n\r\n', 'a\rb', '  ', '    ', '\t', '\u00A0', '\u200B', '\u2028', '\uFEFF', '\\'],
  ['> ', '>', '> > ', '```\n', '```', '~~~', '`', '``', '---', '===', '|-|', 'a|b', '# ', '## 1. Opening\n'],
  ['Send it', 'Отправить', 'Жіберу', '2023', ' and ', ' и ', ' және ', ',', ' & ', ';', '.', '😀', '👩‍👩‍👧', '\uD83D', '\uDE00'],
  ['[[Rex Facer]]', '[[Байменов|А. Байменов]]', '[[UNDP#Posts]]', '![[p.png]]', '[[', ']]', '[[Rex', '[[A`b]]', '[[a\\|b]]'],
  [' 📅 2023-06-30', '📅2023-06', '📅\uFE0F 2023-06-30', ' 📅\u00A02023', ' 📅 2023-02-31', '📅', ' 🗓 2023-0'],
  [' ✅ 2023-07-01', ' ❌ 2023-07-01', ' ➕ 2023-05-01', ' ⏫', ' 🆔 abc', ' ⏳ 2023-06-01', '⛔'],
  ['2023-06-12 Sent', '  - 2023-06-12 Sent', '    - 2023-06-13: Done\n', '\n  - 2023-02-31 Never'],
  ['> [!decision] SC/2023/5 Study', '> [!decision|vote] ', '[!decision|', '[!decision]', '|consensus] ', ' SC/2023/6', '\n> Approved.'],
].flat()

export const nastyBody = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''))
