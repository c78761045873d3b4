/** The whole window in Russian: every screen says it in Russian, and nothing is cut off where the window is small. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { openAppData } from '../../src/main/workspace/app-data.ts'
import { accessibilityProblems } from '../support/e2e/accessibility.ts'
import { root, settingsFolder, type Application } from '../support/e2e/application.ts'
import { expect, test } from '../support/e2e/fixtures.ts'
import { damage, sampleMeeting, settled } from '../support/e2e/steps-places.ts'

// dozens of screens a test, each looked at twice
test.describe.configure({ timeout: 180_000 })

type Words = { readonly [key: string]: string | Words }

/** Every sentence of a language that can be told by itself, with the keys of all of them. */
function spoken(language: 'en' | 'ru') {
  const folder = join(root, 'src/renderer/i18n', language)
  const whole = new Set<string>()
  const keys = new Set<string>()
  const take = (words: Words, path = '') => {
    for (const [key, value] of Object.entries(words)) {
      if (typeof value !== 'string') {
        take(value, `${path}${key}.`)
        continue
      }
      // a key of one word may be a word of the sample
      if (path !== '') keys.add(`${path}${key}`)
      if (/\p{L}/u.test(value) && !value.includes('{{')) whole.add(value)
    }
  }
  for (const file of readdirSync(folder)) take(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Words)
  return { whole, keys }
}

const english = spoken('en')
const russian = spoken('ru')
/** What may stand on a Russian screen though it is a sentence of English: what the sample holds, and folders of an English export. */
const allowed = new Set([...russian.whole, 'Sample workspace', 'Chair', 'Meetings'])

interface Seen {
  readonly text: string
  readonly where: string
  /** Letters of it are not to be seen. */
  readonly cut: boolean
}

/** What can be read on the page or heard: texts, names, hints. */
const seenOn = (page: Page): Promise<readonly Seen[]> =>
  page.evaluate(() => {
    const seen: { text: string; where: string; cut: boolean }[] = []
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.className.toString().slice(0, 60)}`
    /** The nearest box that hides what does not fit in it; what scrolls hides nothing. */
    const isCut = (node: Node, element: Element): boolean => {
      const range = document.createRange()
      range.selectNodeContents(node)
      const words = range.getBoundingClientRect()
      if (words.width <= 1 || words.height <= 1) return false
      for (let box: Element | null = element; box && box !== document.documentElement; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.clip !== 'auto' || style.clipPath !== 'none' || style.position === 'fixed') return false
        const edge = box.getBoundingClientRect()
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') return false
        if ((style.overflowX === 'hidden' || style.overflowX === 'clip') && words.right > edge.right + 1.5) return true
      }
      return words.right > innerWidth + 1
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!element || text === '' || !isShown(element) || element.closest('style, script, mark, .cm-content, article')) continue
      seen.push({ text, where: named(element), cut: element.tagName !== 'OPTION' && isCut(node, element) })
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (!isShown(element)) continue
      for (const name of ['aria-label', 'placeholder', 'title']) {
        const text = element.getAttribute(name)?.trim()
        if (text) seen.push({ text, where: `${name} of ${named(element)}`, cut: false })
      }
    }
    return seen
  })

/** In Russian, whole, and inside the window. */
async function check(page: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    await settled(page)
    const seen = await seenOn(page)
    const wrong = seen
      .filter(({ text }) => english.keys.has(text) || (english.whole.has(text) && !allowed.has(text)))
      .map(({ text, where }) => `${text} (${where})`)
    expect.soft(wrong, `${name}: words that are not Russian`).toEqual([])
    const cut = seen.filter((one) => one.cut && russian.whole.has(one.text)).map(({ text, where }) => `${text} (${where})`)
    expect.soft(cut, `${name}: words that are cut off`).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect.soft(over, `${name}: wider than the window`).toBeLessThanOrEqual(0)
  })
}

/** The sample workspace in a small window that speaks Russian. */
const startRussian = async (start: (options: object) => Promise<Application>, home: string, workspace: string) => {
  await (await openAppData(settingsFolder(home))).updateSettings({ language: 'ru' })
  const app = await start({ workspace, viewport: { width: 1024, height: 640 } })
  await expect(sections(app.page)).toBeVisible({ timeout: 30_000 })
  return app
}

const sections = (page: Page) => page.getByRole('navigation', { name: 'Разделы' })
const goTo = async (page: Page, section: string) => {
  const link = sections(page).getByRole('link', { name: new RegExp(`^${section}`) })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('#content')).toBeVisible()
}
const openRecord = async (page: Page, title: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(title)
  await page
    .getByRole('dialog')
    .getByRole('option', { name: new RegExp(`^${title}`) })
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: 'Название' }).first()).toHaveValue(title)
}
const closed = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
const inDialog = async (page: Page, name: string, open: () => Promise<void>, shown: (dialog: Locator) => Locator = (dialog) => dialog) => {
  await open()
  await expect(shown(page.getByRole('dialog').last())).toBeVisible()
  await check(page, name)
  await closed(page)
}
/** A command by its Russian name. */
const command = async (page: Page, name: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(name)
  await page.keyboard.press('Enter')
}

test('a first start asks in the language that is chosen there, at once, and the next one remembers it', async ({ start, home }) => {
  const { page, close } = await start({ viewport: { width: 1024, height: 640 } })
  await expect(page.getByRole('heading', { name: 'Welcome to Rapporteur' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByLabel('Your name').fill('Айгерим Омарова')
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Русский')
  await expect(page.getByRole('heading', { name: 'Добро пожаловать в Rapporteur' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  // what was typed is there still
  await expect(page.getByLabel('Ваше имя')).toHaveValue('Айгерим Омарова')
  await check(page, 'start')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Продолжить' }).click()
  await expect(page.getByRole('button', { name: /^Попробовать на примере/ })).toBeVisible()
  await check(page, 'start-where')
  await page.getByRole('button', { name: /^Попробовать на примере/ }).click()
  await check(page, 'start-sample')
  await close()
  expect((await openAppData(settingsFolder(home))).settings.language).toBe('ru')

  const next = await start({ viewport: { width: 1024, height: 640 } })
  await expect(next.page.getByRole('heading', { name: 'Здравствуйте, Айгерим Омарова' })).toBeVisible()
})

test('the settings change the language of every window without a restart', async ({ app: { page, secondWindow } }) => {
  const second = await secondWindow('/meetings')
  await expect(second.getByRole('heading', { name: 'Meetings' }).first()).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: /^Settings/ })
    .click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Русский')
  await expect(page.getByRole('heading', { name: 'Настройки' })).toBeVisible()
  await expect(second.getByRole('heading', { name: 'Заседания' }).first()).toBeVisible()
  await expect(second.locator('html')).toHaveAttribute('lang', 'ru')
  await page.getByRole('combobox', { name: 'Язык' }).selectOption('Как в системе: English')
  await expect(second.getByRole('heading', { name: 'Meetings' }).first()).toBeVisible()
})

test('every section speaks Russian', async ({ start, home, workspace }) => {
  const { page } = await startRussian(start, home, workspace)
  for (const section of [
    'Сегодня',
    'Контакты',
    'Страны',
    'Заседания',
    'Исследования',
    'Записки',
    'Поручения',
    'Решения',
    'Корзина',
    'Настройки',
  ]) {
    await goTo(page, section)
    await check(page, section)
  }
  // the rest of the settings lies below
  for (const [at, heading] of ['Резервные копии', 'Зеркало', 'О программе'].entries()) {
    await page.getByRole('heading', { name: heading }).scrollIntoViewIfNeeded()
    await check(page, `Настройки-${at}`)
  }
  await goTo(page, 'Контакты')
  for (const type of ['Организации', 'Органы']) {
    await page.getByRole('button', { name: new RegExp(`^${type}`) }).click()
    await check(page, type)
  }
  await command(page, 'Перейти: Посещаемость')
  await expect(page.getByRole('grid', { name: 'Посещаемость' })).toBeVisible()
  await check(page, 'Посещаемость')
  await page.keyboard.press('Control+Shift+f')
  await check(page, 'Поиск')
  await page.getByRole('searchbox', { name: 'Поиск везде' }).fill('вид:протокол committee')
  await expect(page.getByRole('listbox', { name: 'Результаты' }).getByRole('option').first()).toBeVisible()
  await check(page, 'Поиск-найдено')
  await page.getByRole('searchbox', { name: 'Поиск везде' }).fill('страна:KAZ вид:исследование абвгд чтотакое:нет')
  await expect(page.getByText('Ничего не найдено', { exact: true })).toBeVisible()
  await check(page, 'Поиск-ничего')
})

test('records of every kind speak Russian', async ({ start, home, workspace }) => {
  const { page } = await startRussian(start, home, workspace)
  for (const [at, title] of [
    sampleMeeting,
    'Alikhan Baimenov',
    'Astana Civil Service Hub',
    'Steering Committee',
    'Slovenia',
    'Talent management in the civil service',
    'Slovenia: integrity and prevention of corruption',
  ].entries()) {
    await openRecord(page, title)
    await check(page, `запись-${at}`)
    const fold = page.getByRole('button', { name: /^Подробнее/ })
    await fold.click()
    await expect(fold).toHaveAttribute('aria-expanded', 'true')
    await check(page, `запись-${at}-свойства`)
  }
  await openRecord(page, sampleMeeting)
  if (!(await page.getByRole('tab', { name: 'Ссылки' }).isVisible())) await page.getByRole('button', { name: 'Панель сведений' }).click()
  for (const tab of ['Ссылки', 'Данные', 'История']) {
    await page.getByRole('tab', { name: tab }).click()
    await check(page, `инспектор-${tab}`)
  }
  await page.getByRole('tabpanel', { name: 'История' }).getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Сравнение двух версий' })).toBeVisible()
  await check(page, 'версия')
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Текст' }).click()
  await page.keyboard.press('Control+f')
  await page.getByRole('search', { name: 'Поиск в этом тексте' }).getByRole('searchbox').fill('committee')
  await check(page, 'поиск-в-тексте')
})

test('dialogs and the palette speak Russian', async ({ start, home, workspace }) => {
  const { page } = await startRussian(start, home, workspace)
  await openRecord(page, sampleMeeting)
  await inDialog(page, 'участники', () => page.getByRole('button', { name: 'открыть таблицу' }).click())
  await inDialog(page, 'стадия', () => page.getByRole('button', { name: 'Согласовано', exact: true }).click())
  await inDialog(page, 'новая-запись', () => page.keyboard.press('Control+Shift+n'))
  await inDialog(
    page,
    'палитра',
    () => page.keyboard.press('Control+k'),
    (dialog) => dialog.getByRole('option').first(),
  )
  await inDialog(page, 'сочетания', () => page.keyboard.press('F1'))
  await inDialog(
    page,
    'экспорт',
    () => page.keyboard.press('Control+Shift+e'),
    (dialog) => dialog.getByRole('button', { name: 'Экспортировать' }),
  )
  await page.keyboard.press('Control+Shift+e')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Параметры/ })
    .click()
  await check(page, 'экспорт-параметры')
  await closed(page)
  await page.getByRole('button', { name: 'Ещё', exact: true }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await check(page, 'меню-записи')
  await page.keyboard.press('Escape')
  await command(page, 'Импорт Markdown')
  await expect(page.getByRole('heading', { name: /^Перенесите заметки/ })).toBeVisible()
  await check(page, 'импорт')
})

test('what a command did is said in Russian, and taken back', async ({ start, home, workspace }) => {
  const { page } = await startRussian(start, home, workspace)
  await openRecord(page, 'Uzbekistan: at the annual conference')
  await page.getByRole('button', { name: 'Ещё', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Удалить/ }).click()
  const said = page.getByRole('region', { name: 'Уведомления' })
  await expect(said).toContainText('Запись «Uzbekistan: at the annual conference» перемещена в корзину')
  await said.getByRole('button', { name: 'Отменить' }).click()
  await expect(said).toContainText('Отменено:')
})

test('a damaged workspace is explained in Russian', async ({ start, home, workspace }) => {
  await (await openAppData(settingsFolder(home))).updateSettings({ language: 'ru' })
  await damage(workspace)
  const { page } = await start({ workspace, viewport: { width: 1024, height: 640 } })
  await expect(page.getByRole('heading', { name: 'Это рабочее пространство повреждено' })).toBeVisible()
  await check(page, 'повреждение')
})

test('Russian screens can be read by everybody', async ({ start, home, workspace }) => {
  const { page } = await startRussian(start, home, workspace)
  for (const section of ['Сегодня', 'Заседания', 'Поручения', 'Настройки']) {
    await goTo(page, section)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    expect(await accessibilityProblems(page), section).toEqual([])
  }
  await openRecord(page, sampleMeeting)
  expect(await accessibilityProblems(page)).toEqual([])
})
