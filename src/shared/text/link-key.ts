/**
 * The key by which titles and aliases are compared: NFC, lower case, white space folded. Search folding is not used
 * here: Иванов and Ivanov are two titles.
 */
export const linkKey = (name: string): string => name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
