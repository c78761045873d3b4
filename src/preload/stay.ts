/**
 * Keeps the page of the browser host where it is, as Electron's host does in its main process: by itself it goes to no
 * other address and opens none. By hand it can be taken anywhere, as any page of a browser. It stands over the content
 * security policy, which has no word about navigation.
 */
const isOwn = (url: string | URL): boolean => URL.canParse(url, location.href) && new URL(url, location.href).origin === location.origin

function foreignLink(event: Event): boolean {
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)
  return link !== undefined && link.href !== '' && !isOwn(link.href)
}

export function stayHere(window: Window): void {
  // not in every browser yet
  window.navigation?.addEventListener('navigate', (event) => {
    if (!isOwn(event.destination.url)) event.preventDefault()
  })
  // a link into a new window is no navigation of this one
  for (const type of ['click', 'auxclick']) {
    window.addEventListener(type, (event) => foreignLink(event) && event.preventDefault(), { capture: true })
  }
  const open = window.open.bind(window)
  window.open = (url, target, features) => (url !== undefined && isOwn(url) ? open(url, target, features) : null)
}
