/**
 * The last step before rendered text is shown: only what stands on these lists passes. The result is a fragment, not
 * text: it is never parsed a second time, so what DOMPurify has seen is what is shown.
 */
import DOMPurify from 'dompurify'
import { allowedTags } from './allowed-tags.ts'

const PARTS = new Set([
  'link',
  'chip',
  'embed',
  'date',
  'callout',
  'callout-title',
  'number',
  'taken',
  'task',
  'box',
  'words',
  'picture',
  'table',
])

/** Attributes, each with what its value may be. Neither class nor id nor style: they are given after this. */
const ATTRIBUTES: Readonly<Record<string, (value: string) => boolean>> = {
  href: (value) => /^(?:https:\/\/|mailto:|#)/i.test(value),
  title: () => true,
  lang: (value) => /^[A-Za-z0-9-]{1,35}$/.test(value),
  dir: (value) => /^(?:ltr|rtl|auto)$/.test(value),
  align: (value) => /^(?:left|center|right)$/.test(value),
  colspan: (value) => /^\d{1,3}$/.test(value),
  rowspan: (value) => /^\d{1,3}$/.test(value),
  start: (value) => /^\d{1,9}$/.test(value),
  'data-part': (value) => PARTS.has(value),
  'data-line': (value) => /^\d{1,8}$/.test(value),
  'data-link': () => true,
  'data-heading': () => true,
  'data-state': (value) => /^(?:open|done|cancelled)$/.test(value),
  'data-signifier': (value) => /^(?:due|created|done|cancelled)$/.test(value),
  'data-tone': (value) => /^(?:decision|warning|note)$/.test(value),
  'data-taken': (value) => /^(?:consensus|vote|silence)?$/.test(value),
  'data-type': (value) => /^[a-z][\w-]{0,40}$/.test(value),
  'data-date': (value) => /^\d{4}(?:-\d{2}){0,2}$/.test(value),
}

const purify = DOMPurify(window)

purify.addHook('uponSanitizeAttribute', (_node, attribute) => {
  if (!Object.hasOwn(ATTRIBUTES, attribute.attrName) || !ATTRIBUTES[attribute.attrName]?.(attribute.attrValue)) attribute.keepAttr = false
})

purify.addHook('uponSanitizeElement', (node, { tagName }) => {
  // pictures are fetched from nowhere: their address stands in their place
  if (tagName !== 'img' || !(node instanceof Element)) return
  const words = [node.getAttribute('alt'), node.getAttribute('src')].filter(Boolean).join(' ')
  if (words !== '') node.before(words)
})

export function sanitise(unsafeHtml: string): DocumentFragment {
  // null although its types do not say so: for text that leaves a document no body, such as a frameset
  const bodyHtml = purify.sanitize(unsafeHtml, {
    ALLOWED_TAGS: [...allowedTags],
    ALLOWED_ATTR: Object.keys(ATTRIBUTES),
    // their values are checked above; only href is an address
    ADD_URI_SAFE_ATTR: Object.keys(ATTRIBUTES).filter((name) => name !== 'href'),
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    ALLOWED_URI_REGEXP: /^(?:https:\/\/|mailto:|#)/i,
    RETURN_DOM_FRAGMENT: true,
  }) as DocumentFragment | null
  if (bodyHtml) return bodyHtml
  const asText = document.createDocumentFragment()
  asText.append(unsafeHtml)
  return asText
}
