import type { Localized } from './locale.ts';

/** Words of the page about the handbook. */
export const ABOUT = {
  title: { 'zh-CN': '关于这本手册', en: 'About this handbook' },
  summary: {
    'zh-CN': '这是什么，数据存在哪里，怎样打印和导出，发现错误找谁，能不能转用。',
    en: 'What this is, where data is kept, how to print and export, how to report a mistake, and on what terms it may be reused.',
  },
  tools: { 'zh-CN': '有哪些工具', en: 'The tools' },
  keys: { 'zh-CN': '键盘', en: 'Keyboard' },
  key: { 'zh-CN': '按键', en: 'Key' },
  does: { 'zh-CN': '作用', en: 'What it does' },
} as const satisfies Record<string, Localized>;

/** A tool and the path of its pages below the root. */
export const TOOLS = [
  { path: 'search', name: { 'zh-CN': '搜索', en: 'Search' } },
  {
    path: 'checklists',
    name: { 'zh-CN': '清单：勾选、记录、合并、打印', en: 'Checklists: tick, note, merge, print' },
  },
  {
    path: 'emergency',
    name: { 'zh-CN': '应急卡：计时处置、演练、记录', en: 'Emergency cards: timed runs, drills, logs' },
  },
  { path: 'directory', name: { 'zh-CN': '服务目录', en: 'Service directory' } },
  { path: 'requests', name: { 'zh-CN': '申请登记：五步和到期提醒', en: 'Requests: five steps and reminders' } },
  {
    path: 'learn',
    name: { 'zh-CN': '学习：按岗位读、练、留记录', en: 'Learning: read and drill by post, with a record' },
  },
  { path: 'offline', name: { 'zh-CN': '离线使用', en: 'Offline use' } },
  { path: 'projects', name: { 'zh-CN': '我的项目', en: 'My projects' } },
  { path: 'storage', name: { 'zh-CN': '存储与备份', en: 'Storage and backup' } },
  {
    path: 'estimators',
    name: {
      'zh-CN': '测算：物业费、奖罚、提成、经费、车位、布局、编制、用房',
      en: 'Estimators: fees, incentives, commission, funding, parking, stacking, staffing, rooms',
    },
  },
  { path: 'planner', name: { 'zh-CN': '工期计划', en: 'Phase planner' } },
  { path: 'fit-out', name: { 'zh-CN': '装修审图台', en: 'Fit-out desk' } },
] as const satisfies readonly { path: string; name: Localized }[];

export const KEYS = [
  { keys: ['/', 'Ctrl + K'], does: { 'zh-CN': '到搜索框', en: 'Go to the search box' } },
  { keys: ['↓', '↑'], does: { 'zh-CN': '在搜索结果里上下走', en: 'Move through the results' } },
  { keys: ['Enter'], does: { 'zh-CN': '打开选中的结果，或看全部结果', en: 'Open the result, or see all results' } },
  { keys: ['Esc'], does: { 'zh-CN': '收起搜索结果和术语小窗', en: 'Close the results or a term’s note' } },
  {
    keys: ['Tab'],
    does: {
      'zh-CN': '到下一个链接或控件；在页首先出现“跳到正文”',
      en: 'Next link or control; at the top of a page, “Skip to content”',
    },
  },
  { keys: ['Ctrl + P'], does: { 'zh-CN': '打印本页', en: 'Print the page' } },
] as const satisfies readonly { keys: readonly string[]; does: Localized }[];

export const ABOUT_SECTIONS = [
  {
    id: 'what',
    title: { 'zh-CN': '这是什么', en: 'What this is' },
    lines: [
      {
        'zh-CN':
          '一本综合管理方案的手册，给管综合体、服务部、家庭服务、社区和公共服务平台的人用。每条规程都想在同一处读、办、算。',
        en: 'A handbook of management schemes for people who run mixed-use complexes, service departments, family services, communities and public-service platforms. Every procedure is meant to be read, done and worked out in one place.',
      },
      {
        'zh-CN':
          '内容取自网上的五套方案，用自己的话重写，并对照现行法规。公司、小区、区县都已匿名；只写岗位，不写个人。',
        en: 'Its content comes from five schemes published on the web, rewritten and held against the law of today. Firms, estates and districts are anonymous; posts appear, people never do.',
      },
      {
        'zh-CN': '中文和英文内容相同，页首可以切换。',
        en: 'Chinese and English have the same content; switch at the top of the page.',
      },
    ],
  },
  {
    id: 'law',
    title: { 'zh-CN': '法规和来源', en: 'Law and sources' },
    lines: [
      {
        'zh-CN': '法规按 2026 年 11 月 24 日的状态写；每部法规在来源台账里有文号、日期和核对状态。',
        en: 'Law is stated as of 24 November 2026; each law has its number, dates and status in the ledger of sources.',
      },
      {
        'zh-CN': '国家规定是底线，以项目所在地规定和最新法规为准。手册不是法律意见，标“通行做法”“示例值”的都不是规定。',
        en: 'National rules are the floor; local rules and the latest law prevail. This is not legal advice, and nothing marked “practice” or “sample value” is a rule.',
      },
      {
        'zh-CN': '来源写错、写漏、已过时的地方，逐条列在“来源的错误和缺失”里。',
        en: 'Where the source is wrong, silent or out of date is listed one by one under “Faults and gaps of the source”.',
      },
    ],
  },
  {
    id: 'storage',
    title: { 'zh-CN': '存什么，存在哪里', en: 'What is kept, and where' },
    lines: [
      {
        'zh-CN': '没有账号，没有服务器，不统计，不用 Cookie。除非你自己导出，什么都不离开这台设备。',
        en: 'No account, no server, no statistics, no cookies. Nothing leaves this device unless you export it.',
      },
      {
        'zh-CN': '清单的答案和项目存在浏览器的 IndexedDB 里。清除浏览器数据会一起删掉，重要的项目请导出项目文件。',
        en: 'Answers and projects are kept in the browser’s IndexedDB. Clearing browser data deletes them: export the project file of anything that matters.',
      },
      {
        'zh-CN': '外观、上次读到哪一页、读过的版本存在 localStorage 里。',
        en: 'Appearance, the page last read and the versions you have read are kept in localStorage.',
      },
      {
        'zh-CN':
          '为了没有信号也能用，浏览器会把手册本身存到本机：应急卡、首页和工具框架立即存，看的那种语言的全部页面、搜索索引和工具在空闲时存；开启省流量时只存前一部分。占多大、怎样再存一种语言、怎样全部删除，见“离线使用”页。删除它不影响清单和项目。',
        en: 'So that it works without a signal, the browser keeps the handbook itself on this device: emergency cards, home page and frame at once; all pages of the language you read, its search index and the tools when idle; with data saving on, only the former. The page “Offline use” shows the size, adds the other language and removes everything. Removing it leaves checklists and projects alone.',
      },
      {
        'zh-CN': '多人共用一台设备时，别人也能看到。清单里不要写身份证号、病情等敏感信息。',
        en: 'Anyone who shares the device sees the same. Keep identity numbers, health data and the like out of checklists.',
      },
    ],
  },
  {
    id: 'print',
    title: { 'zh-CN': '打印和导出', en: 'Printing and exporting' },
    lines: [
      {
        'zh-CN': '每页都能打印成 A4：用页尾的“打印本页”，或浏览器的打印。应急卡一张一面，可以整套打印上墙。',
        en: 'Every page prints on A4: use “Print this page” at the foot or the browser’s own print. Emergency cards are one side each and print as a set for the wall.',
      },
      {
        'zh-CN': '清单可以打印空白表或填好的记录；项目可以导出成一个文件（.zgbook），在另一台设备上打开就会合并。',
        en: 'Checklists print blank or filled in; a project exports as one file (.zgbook) that merges when it is opened on another device.',
      },
    ],
  },
  {
    id: 'mistakes',
    title: { 'zh-CN': '发现错误', en: 'Reporting a mistake' },
    lines: [
      {
        'zh-CN':
          '告诉给你这本手册的单位，或在代码仓库提问题。写上文件编号和版本，例如“ZG-1-05-01，1.0 版，第 3 步”，再写应当是什么、依据是什么。',
        en: 'Tell the organisation that gave you this handbook, or open an issue in its repository. Give document number and version, such as “ZG-1-05-01, version 1.0, step 3”, then what it should say and on what ground.',
      },
      {
        'zh-CN': '改过的页面换版本号；你上次读过的页面改了，页首会写“上次读过后有修改”。',
        en: 'A page that changes gets a new version; if you read the old one, it says “Changed since you last read it”.',
      },
    ],
  },
  {
    id: 'licence',
    title: { 'zh-CN': '许可', en: 'Licence' },
    lines: [
      {
        'zh-CN':
          '代码用 MIT 许可。内容用知识共享署名 4.0（CC BY 4.0）：可以转载、改编、商用，注明“综管手册”并说明改了什么。',
        en: 'Code: MIT. Content: Creative Commons Attribution 4.0 (CC BY 4.0). Share, adapt and use it commercially; name the Zongguan Handbook and say what you changed.',
      },
      {
        'zh-CN': '按现状提供，不作担保；照着做之前，先对照本单位的制度和当地规定。',
        en: 'It comes as it is, without warranty; check it against your own rules and the local law before you act on it.',
      },
    ],
  },
] as const satisfies readonly { id: string; title: Localized; lines: readonly Localized[] }[];
