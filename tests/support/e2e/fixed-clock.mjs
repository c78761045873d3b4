// Loaded with `node --import` before the application: its day is always the same, so that pictures of it are too. Time
// goes on from there, too slowly for a minute to pass.
const morning = Date.UTC(2023, 5, 22, 3, 30)
const SystemDate = Date
const begun = SystemDate.now()
const now = () => morning + Math.floor((SystemDate.now() - begun) / 100)

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
})
