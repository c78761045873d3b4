/**
 * The matrix of names: spellings of one name that must find each other, and names that must not. A line is a name and
 * its other spellings, or a name and its near misses; pairs are made of the first with each of the rest.
 */

const SAME = `
# Russian: BGN/PCGN, ISO 9, ICAO, press
Байменов: Baimenov Bajmenov Baymenov Bäymenov
Дмитрий: Dmitriy Dmitry Dmitrii Dmitrij Dmitri
Юрий: Yuriy Yury Yuri Iurii Jurij Jury Ûrij
Евгений: Yevgeniy Yevgeny Evgeny Evgenii Evgenij Jevgenij Ievgenii
Сергей: Sergey Sergei Sergej
Алексей: Aleksey Aleksei Aleksej Alexei Alexey
Андрей: Andrey Andrei Andrej
Николай: Nikolay Nikolai Nikolaj Nicolai
Михаил: Mikhail Mihail Mixail
Александр: Aleksandr Alexandr
Алексеев: Alekseyev Alekseev Alexeyev Alexeev Aleksejev
Сергеев: Sergeyev Sergeev Sergejev
Андреев: Andreyev Andreev Andrejev
Васильев: Vasilyev Vasil'ev Vasiliev Vasilev Vasil’yev Vasiljev
Григорьев: Grigoryev Grigor'ev Grigoriev Grigorev
Арсеньев: Arsenyev Arsen'ev Arseniev
Соловьёв: Solovyov Solovyev Solov'ev Soloviev Solovyëv Solovev
Воробьёв: Vorobyov Vorobyev Vorob'ev Vorobiev
Королёв: Korolyov Korolev Korolëv
Фёдор: Fyodor Fedor Fëdor
Пётр: Pyotr Petr
Артём: Artyom Artem
Хрущёв: Khrushchyov Khrushchev Khruschev Hrushchev Xrushchev Hruŝëv
Щербаков: Shcherbakov Scherbakov Ŝerbakov
Щукин: Shchukin Schukin Ŝukin
Чехов: Chekhov Chehov Čehov
Жуков: Zhukov Žukov Jukov
Шишкин: Shishkin Šiškin Şişkin
Цветаева: Tsvetayeva Tsvetaeva Cvetaeva Tzvetaeva
Цой: Tsoy Tsoi Coj Tzoi
Кузнецов: Kuznetsov Kuznecov Kuznetzov
Хабаров: Khabarov Habarov Xabarov
Хусейнов: Khuseynov Huseinov Husseinov Hussejnov
Мария: Mariya Maria Marija Mariia
Юлия: Yuliya Yulia Julija Julia Iuliia Ûliâ
Татьяна: Tatyana Tatiana Tat'yana Tatjana Tat'âna
Наталья: Natalya Natalia Natal'ya Natalija
Ксения: Kseniya Ksenia Xenia Ksenija Kseniia
Яна: Yana Jana Iana Âna
Гурьев: Guryev Gur'ev Guriev Gurʹev
Надежда: Nadezhda Nadejda Nadežda
Яковлев: Yakovlev Jakovlev Iakovlev Âkovlev
Любовь: Lyubov Liubov Ljubov Lyubov' Lûbov'
Ольга: Olga Ol'ga Ol’ga
Игорь: Igor Igor'
Ильич: Ilyich Ilich Il'ich Ilič
Толстой: Tolstoy Tolstoi Tolstoj
Достоевский: Dostoyevsky Dostoevsky Dostoevskiy Dostoyevskiy Dostoevskii Dostoevskij Dostoevski
Никольский: Nikolsky Nikol'skiy Nikolskii
Белый: Bely Belyy Belyi Belyj
Елена: Yelena Elena Jelena Eléna
Екатерина: Yekaterina Ekaterina Jekaterina
Егор: Yegor Egor
Ельцин: Yeltsin Eltsin El'tsin Jelcin El'cin
Подъячев: Podyachev Podiachev
Рыбаков: Rybakov
Лукьянов: Lukyanov Lukianov Luk'yanov Lukjanov
Емельянов: Yemelyanov Emelyanov Emelianov
Дьяков: Dyakov D'yakov Diakov Djakov
Львов: Lvov L'vov
Майоров: Mayorov Maiorov Majorov
Зайцев: Zaytsev Zaitsev Zajcev Zaitzev
Чайковский: Chaykovskiy Chaikovsky Čajkovskij Tchaikovsky
Горбачёв: Gorbachev Gorbachëv Gorbačëv
Пугачёва: Pugacheva Pugačeva
Эльвира: Elvira El'vira Èlʹvira
Прокофьев: Prokofyev Prokofiev Prokof'ev
Назарбаева: Nazarbayeva Nazarbaeva Nazarbajeva
Объедков: Obyedkov
Фрадков: Fradkov
Виктор: Viktor Victor
Карл: Karl Carl
Марк: Mark Marc
Лев: Lev
Зиновьев: Zinovyev Zinoviev
Анатольевич: Anatolyevich Anatolievich Anatol'evich Anatolevich Anatoljevič
Ивановна: Ivanovna
Иосиф: Iosif Yosif Josif
Яков: Yakov Iakov Jakov
# Kazakh: BGN/PCGN, alphabets of 2017, 2018, 2021, Russian spellings, press
Жұмағали: Zhumagali Jumagali Zhumaghali Жумагали Jūmağali Jumaǵalı Джумагали Dzhumagali Žumaġali
Нұрсұлтан: Nursultan Nūrsūltan Нурсултан
Назарбаев: Nazarbayev Nazarbaev Nazarbajev Nazarbaiev
Тоқаев: Tokayev Tokaev Toqaev Toqayev Токаев
Қасым: Kasym Kassym Qasym Касым
Бақытжан: Bakytzhan Baqytzhan Bakytjan Бакытжан Baqytjan
Яссауи: Yassaui Iassaui
Жомарт: Zhomart Jomart
Қайрат: Kairat Kayrat Qairat Qayrat Кайрат Qaırat
Келімбетов: Kelimbetov Kelımbetov Келимбетов
Дархан: Darkhan Darhan Darxan
Жазықбаев: Zhazykbaev Zhazykbayev Jazyqbaev Жазыкбаев Žazykbaev
Асқат: Askat Asqat Аскат
Асхат: Askhat
Ержан: Yerzhan Erzhan Yerjan Erjan Jerzhan
Қазыханов: Kazykhanov Qazyhanov Казыханов Kazyhanov Qazykhanov
Әлихан: Alikhan Älihan Alihan Алихан Álıhan Älikhan
Әділет: Adilet Ädilet Adılet Адилет
Өмірбек: Omirbek Ömirbek Ómirbek Омирбек
Қуаныш: Kuanysh Quanysh Куаныш Quanyş
Шыңғыс: Shyngys Şyñğys Shyńǵys Шынгыс Shynggys
Ғалымжан: Galymzhan Ghalymzhan Ğalymjan Галымжан Ǵalymjan
Бауыржан: Bauyrzhan Bauyrjan Baūyrzhan
Айгүл: Aigul Aygul Aıgúl Äigül Айгуль
Гүлнар: Gulnar Gülnar Gúlnar Гульнар
Тәуекел: Tauekel Täuekel Тауекел Taýekel
Әуезов: Auezov Äuezov Äūezov Ауэзов Áýezov
Дәулет: Daulet Däulet Даулет Dáýlet
Шымкент: Shymkent Şymkent
Астана: Astana
Алматы: Almaty
Қарағанды: Karagandy Qaragandy Qarağandy Караганды Qaraghandy
Қызылорда: Kyzylorda Qyzylorda Кызылорда
Ақтөбе: Aktobe Aqtobe Aqtöbe Актобе Aqtóbe Aqto'be
Маңғыстау: Mangystau Mañğystau Mangghystau Маңгыстау Mańǵystaý
Атырау: Atyrau Atyraý Atyraū
Жамбыл: Zhambyl Jambyl Джамбыл Dzhambyl
Талдықорған: Taldykorgan Taldyqorğan Талдыкорган Taldyqorghan
Жеңіс: Zhenis Jeñis Женис Jenis Zhengis
Жаңабаев: Zhanabayev Zhangabayev Jañabaev
Сүлейменов: Suleimenov Suleymenov Süleimenov Сулейменов Sulejmenov
Қонаев: Konayev Qonaev Конаев Konaev
Мұхтар: Mukhtar Muhtar Mūhtar Мухтар Muxtar
Мәсімов: Masimov Mäsimov Massimov Масимов
Есенов: Yesenov Esenov Yessenov Essenov
Бисенбаев: Bisenbayev Bissenbayev Bisenbaev
Сағадиев: Sagadiyev Sagadiev Sağadiev Сагадиев
Кәрімов: Karimov Kärimov Каримов
Үміт: Umit Ümit Úmit Умит
Һәкім: Hakim Häkim Хаким Khakim
Өскемен: Oskemen Öskemen Оскемен
Сәтбаев: Satbayev Satbaev Sätbaev Сатбаев
Құнанбаев: Kunanbayev Qunanbaev Qūnanbaev Кунанбаев
Смайылов: Smaiylov Smayylov
Тайыр: Taiyr Tayyr
Қажымұқан: Kazhymukan Qajymuqan Qajymūqan Кажымукан
Қайратұлы: Kairatuly Qairatuly Qairatūly Кайратулы
Нұрланқызы: Nurlankyzy Nurlanqyzy Нурланкызы
Алиев: Aliyev Aliev Alijev Əliyev
Алиева: Aliyeva Alieva
Гүлжан: Gulzhan Guljan Gulžan Гулжан
Болат: Bolat
Ләззат: Lazzat Läzzat Лаззат
# Names of elsewhere
Ким: Kim
Ли: Li
Лю: Lyu Liu Ljû
Джакта: Djacta Jacta Djaсta Djаcta
Гузун: Guzun Guzùn
Schumi: SCHUMI
Łódź: Lodz
Groß: Gross
Müller: Muller Мюллер
Schröder: Schroder
O'Brien: OBrien O’Brien
Jürgen: Jurgen
Ángel: Angel
Søren: Soren
Đorđe: Dorde
Þór: Thor
Æther: Aether
Çelik: Celik
İnan: Inan
Иван: Ivan Ивaн Иbан
Ни: Ni
Сара: Sara
Катарина: Katarina Catarina
Эрик: Erik Eric
Гиорги: Giorgi
Нино: Nino
Лаша: Lasha Laša
Хатиа: Khatia Hatia
Нурбек: Nurbek
Мырза: Myrza
Чолпон: Cholpon
Саид: Said
Хасан: Khasan Hasan Hassan
Юсуф: Yusuf Jusuf Iusuf Yussuf
Аля: Alya Alia
Лукаш: Lukash Łukaš
Українець: Ukrainets
Андрій: Andriy Andrii
Юлій: Yuliy Yulii
Лук'янов: Lukyanov Лукянов
`

const APART = `
# Endings of women's and men's surnames
Иванов: Иванова Иваново Ivanova Иванин Иваном Iwano
Ivanov: Ivanova Ivanko Ivan Ivanoff Yvonov
Petrov: Petrova Petroff Peters Petro Pedrov
Петров: Петрова Петровна Petrova Педров Питров
Алиев: Алиева Alieva Алев Алиевич Aleev
Aliev: Alieva Aliyeva Aleeva Ali Eliev
Байменов: Байменова Baimenova Байменев Баймуканов Боменов
Baimenov: Baimenova Baymen Bamenov Beimenov Daimenov
Толстой: Толстая Tolstaya Толстов Tolstov
Назарбаев: Назарбаева Nazarbayeva Назаров Nazarov
Достоевский: Достоевская Dostoevskaya
# Letters that are two letters
Май: Маи Мои
Каир: Кайр Каиров
Раиса: Райса
Ким: Кым Кем Kym Kem
Kim: Kym Kem Kime Kimm
Li: Lee Le Lie
Ли: Лиу Ле Lee
Liu: Lu Li Lieu
Лю: Лу Ли
Мари: Мария Maria Мара
Mari: Maria Marie Mara
Schumi: Šumi Shumi Sumi Шуми Chumi
Šumi: Schumi Щуми
Щукин: Шукин Чукин Šukin Shukin
Шаров: Щаров Жаров Чаров Саров Sarov Zharov
Жаров: Заров Зоров Шаров Zarov
Цапов: Сапов Чапов Sapov
Хан: Кан Ган Kan Gan
Khan: Kan Chan Gan
Рысбек: Рисбек Risbek Рассбек
Быков: Биков Bikov Bukov Буков
Сыч: Сич Sich
Гулиев: Гулев Gulev Гуляев
Кариев: Карев Karev
# Double letters
Анна: Ана Ana
Anna: Ana Hanna Ann
Касса: Каста Касыма
Lee: Le Lea Leo
Kurt: Curtt Kurtt
Аллен: Ален Alen
Becker: Beker
Meet: Met Meat
Hoover: Hover
# Consonants
Hat: Cat At Had
Cat: Hat Chat Sat Gat
Ted: Thed Ded
Berg: Burg Berk
Nazar: Hazar Nasar Nadar
Kos: Koss Gos Xos
Drago: Draga Drag Trago
Facer: Faser Faker
Rex: Reh Res Rek
Ani: Any Anya Anni Аня
Max: Mah Mac Mas
Perry: Pery Berry Terry
Guzun: Gusun Guzon Kuzun
Nino: Nina Dino
Wang: Vang Wan Wong
West: Vest
Wawiernia: Vaviernia Wawierna
Park: Pak Bark
Пак: Парк Бак
Цой: Чой Choi Soi
Choi: Tsoi Koi Hoi
Zhu: Zu Chu Shu
Zhang: Zang Chang Zhan
Zhao: Zao Chao
Chen: Cheng Shen Ken
Kelimbetov: Kelimbekov Kelimbetova Gelimbetov
Жұмағали: Жұмағұл Жұмабай Zhumabai Жұмағалиев
Zhumagali: Zumagali Chumagali Zhumagul
Әлихан: Әлішер Елихан Elikhan Alkhan
Нұрсұлтан: Нұрлан Nurlan Сұлтан
Асхат: Аскат Askat Ашат
Ержан: Нуржан Эржон Erzhon
Қайрат: Қайсар Kairan Хайрат Khairat
Жеңіс: Женя Zhenya Жұмыс
Бауыржан: Бауржан Baurzhan
Теңіз: Темір Dengiz
Дархан: Тархан Darhon
Марат: Мурат Murat Марта
Ерлан: Арлан Нурлан Yerlin
Самат: Азамат Хамат
Айгүл: Айнұр Aigün
Ольга: Олег
Юрий: Юлий Yuliy Гурий
Яна: Ана Анна Жанна
Лев: Лёва Леви Levi
Игорь: Егор Egor
Татьяна: Тата Таня Tanya
Наталья: Наталка Natasha
София: Софа
Пётр: Питер Peter
Павел: Паул Paul
Михаил: Мишель Michel
Николай: Николь Nikol
Александр: Александра Alexandra Alexander
Виктор: Виктория Victoria
Даниил: Данила Danila
Роман: Романов Romanov Ромен
Сергей: Сергеев Sergeev Серж
Иван: Иона Ян Ivana
Ян: Яна Ин Он
Эмма: Эма Эмми
`

/** Spellings that a person would take for one name and that are not joined: each rule for them would join others. */
const MISSED = `
Александр: Alexander
Ольга: Olha
Михаил: Michail Michael
Теңіз: Tengiz
Бауыржан: Бауржан
Асхат: Ashat
Шыңғыс: Чингиз
Обедков: Obyedkov
Уәлихан: Walikhan Валихан
Вашингтон: Washington
Иванов: Ivanoff
Гончаров: Gontscharow
`

type Pair = readonly [one: string, other: string]

function pairs(lines: string): Pair[] {
  const found: Pair[] = []
  for (const line of lines.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const [name = '', others = ''] = line.split(': ')
    for (const other of others.split(' ')) if (other !== '') found.push([name, other])
  }
  return found
}

/** Spellings of one name. */
export const sameNames: readonly Pair[] = pairs(SAME)
/** Different names that look or sound alike. */
export const differentNames: readonly Pair[] = pairs(APART)
/** Spellings of one name that stay apart; docs/search.md says so. */
export const missedNames: readonly Pair[] = pairs(MISSED)
