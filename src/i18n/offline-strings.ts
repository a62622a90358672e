import type { Localized } from './locale.ts';

/** Words about keeping the site on the device. */
export const OFFLINE = {
  title: { 'zh-CN': '离线使用', en: 'Offline use' },
  summary: {
    'zh-CN': '把手册存到本机，没有信号也能读、搜、办、算。',
    en: 'Keep the handbook on this device: read, search, tick and work things out without a signal.',
  },
  asking: { 'zh-CN': '正在查看本机存了什么……', en: 'Checking what is stored on this device…' },
  ready: { 'zh-CN': '可离线使用', en: 'Ready for offline use' },
  readyHow: {
    'zh-CN': '中文版的全部页面、搜索和工具都已存到本机，占用约 {size}。',
    en: 'Every page in English, the search and every tool are stored here, taking about {size}.',
  },
  partly: { 'zh-CN': '还不能完整离线使用', en: 'Not yet ready for offline use' },
  cardsFirst: { 'zh-CN': '正在保存。应急卡最先存。', en: 'Being stored. The emergency cards come first.' },
  cardsReady: {
    'zh-CN': '应急卡和首页已存到本机，其余还没有存完。',
    en: 'The emergency cards and the home page are stored here, the rest is not complete.',
  },
  progress: { 'zh-CN': '已存的文件', en: 'Files stored' },
  network: {
    'zh-CN': '没有存完：网络断了。已存的会保留，连网后接着存。',
    en: 'Not finished: the connection broke. What is stored stays; it goes on when you are connected.',
  },
  changed: {
    'zh-CN': '没有存完：网站刚更新。请重新打开本页再试。',
    en: 'Not finished: the site has just been updated. Open this page again and retry.',
  },
  full: {
    'zh-CN': '没有存完：本机空间不足。请清出一些空间，或者只存一种语言。',
    en: 'Not finished: this device is short of space. Make some room, or keep one language only.',
  },
  notHere: {
    'zh-CN': '现在没有网络，而你要打开的那一页没有存在本机。连网后再打开，或在下面把那种语言也存下来。',
    en: 'There is no network, and the page you asked for is not stored on this device. Open it when connected, or store that language below.',
  },
  off: { 'zh-CN': '本机没有存手册。', en: 'The handbook is not kept on this device.' },
  insecure: {
    'zh-CN': '这个地址是普通 http，浏览器不允许离线保存。请改用 https 地址，或在本机打开。',
    en: 'This address is plain http, where browsers do not allow offline storage. Use the https address, or serve it on this machine.',
  },
  unsupported: {
    'zh-CN': '这个浏览器不能离线保存。在微信等应用里，请选“在浏览器打开”。',
    en: 'This browser cannot keep the site. Inside an app such as WeChat, choose “Open in browser”.',
  },
  storeAgain: { 'zh-CN': '重新存到本机', en: 'Store it again' },
  storeThis: { 'zh-CN': '存中文版（约 {size}）', en: 'Store the English pages (about {size})' },
  storeOther: { 'zh-CN': '也存英文版（约 {size}）', en: 'Store the Chinese pages too (about {size})' },
  storing: { 'zh-CN': '正在保存……', en: 'Storing…' },
  remove: { 'zh-CN': '从本机删除离线文件', en: 'Remove the offline files' },
  update: { 'zh-CN': '手册有新版，已下载完。', en: 'A new version of the handbook has been downloaded.' },
  switchNow: { 'zh-CN': '换成新版', en: 'Switch to it' },
  later: { 'zh-CN': '以后再说', en: 'Later' },
  unsaved: {
    'zh-CN': '还有内容没有存好，存好后再换。',
    en: 'Something is not saved yet. Switch once it is.',
  },
} as const satisfies Record<string, Localized>;

/** What the page tells about keeping the site, with a word to find each by. */
export const OFFLINE_FACTS = [
  {
    term: { 'zh-CN': '存什么', en: 'What is stored' },
    words: {
      'zh-CN':
        '两种语言的应急卡、首页和网站框架，打开第一页后马上存；你在看的那种语言的其余页面、搜索和工具，空闲时存。开启省流量时，后一部分由你来存。',
      en: 'Emergency cards, home page and frame in both languages, right after the first page; the other pages, the search and the tools of the language you read, when the browser is idle. With data saving on, the latter is up to you.',
    },
  },
  {
    term: { 'zh-CN': '有新版时', en: 'When there is a new edition' },
    words: {
      'zh-CN': '只取改过的文件，取完才问你换不换；没存好的内容先存好再换。取到一半断了，旧版照常可用。',
      en: 'Only what changed is fetched; then you are asked, once nothing is unsaved. If it breaks off half-way, the old edition goes on working.',
    },
  },
  {
    term: { 'zh-CN': '装到桌面', en: 'Installing' },
    words: {
      'zh-CN':
        '浏览器菜单里选“安装”或“添加到主屏幕”；iPhone、iPad 用 Safari 的分享按钮。装好后长按图标直达应急、清单、测算、排期。',
      en: 'Choose “Install” or “Add to Home Screen” in the browser menu; on iPhone and iPad use the share button of Safari. The icon then has shortcuts to emergency, checklists, estimators and planner.',
    },
  },
  {
    term: { 'zh-CN': '删除', en: 'Removing' },
    words: {
      'zh-CN': '只删除离线文件。勾选、项目和记录不受影响。',
      en: 'Removes the offline files only. Ticks, projects and records stay.',
    },
  },
  {
    term: { 'zh-CN': '哪里不行', en: 'Where it does not work' },
    words: {
      'zh-CN': '只有 https 地址和本机（localhost）可以；普通 http、隐私窗口和有些应用里的网页不行，其他功能照常。',
      en: 'Only https addresses and this machine itself (localhost) can do it. Plain http, private windows and pages inside some apps cannot; everything else works there.',
    },
  },
] as const satisfies readonly { term: Localized; words: Localized }[];
