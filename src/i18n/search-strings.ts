import type { Localized } from './locale.ts';

/** Words of the search box, its results and its results page. */
export const SEARCH = {
  title: { 'zh-CN': '搜索', en: 'Search' },
  resultsFor: { 'zh-CN': '“{query}”的搜索结果', en: 'Results for “{query}”' },
  results: { 'zh-CN': '{count} 个结果', en: '{count} results' },
  oneResult: { 'zh-CN': '1 个结果', en: '1 result' },
  none: {
    'zh-CN': '没有找到“{query}”。换一个更短的词，或从下面的主题里找。',
    en: 'Nothing found for “{query}”. Try a shorter word, or start from one of the topics below.',
  },
  guess: {
    'zh-CN': '没有完全符合的内容，下面是最接近的。',
    en: 'Nothing matches all of it. These come closest.',
  },
  instead: { 'zh-CN': '已把“{query}”当作“{now}”来找：', en: 'Looked for “{now}” instead of “{query}”:' },
  failed: {
    'zh-CN': '搜索没有加载成功。检查网络后再试，或从目录里找。',
    en: 'Search could not be loaded. Check the connection and try again, or look in the contents.',
  },
  partly: {
    'zh-CN': '正文没有加载成功，只找了标题和条目。',
    en: 'The full text could not be loaded; only titles and items were searched.',
  },
  searching: { 'zh-CN': '正在搜索…', en: 'Searching…' },
  all: { 'zh-CN': '看全部结果', en: 'See all results' },
  hint: {
    'zh-CN': '输入要找的事，例如“装修押金”“电梯困人”。拼音、首字母、繁体和错别字也行。',
    en: 'Type what you are looking for, such as “fit-out deposit” or “lift entrapment”. A misspelt word is found too.',
  },
  withoutScript: {
    'zh-CN': '搜索需要 JavaScript。没有它，可以从目录里找：',
    en: 'Search needs JavaScript. Without it, use the contents:',
  },
  topics: { 'zh-CN': '从主题里找', en: 'Start from a topic' },
  recent: { 'zh-CN': '最近搜过（只存在本机）', en: 'Recent searches (kept on this device only)' },
  clear: { 'zh-CN': '清除', en: 'Clear' },
  suggested: { 'zh-CN': '常找的', en: 'Often looked for' },
  suggestions: {
    'zh-CN': '电梯困人|装修押金|承接查验|欠费减免|动火|车位共享',
    en: 'lift entrapment|fit-out deposit|take-over inspection|arrears|hot work|shared parking',
  },
  panel: { 'zh-CN': '搜索结果', en: 'Search results' },
  call: { 'zh-CN': '拨打 {number}', en: 'Call {number}' },
  alsoHere: { 'zh-CN': '本页还有：', en: 'Also on this page: ' },
  weak: { 'zh-CN': '不太相关的结果（{count}）', en: 'Less relevant results ({count})' },
  filterKind: { 'zh-CN': '种类', en: 'Kind' },
  filterScheme: { 'zh-CN': '方案', en: 'Scheme' },
  everything: { 'zh-CN': '全部', en: 'All' },
  // Groups.
  emergencies: { 'zh-CN': '应急', en: 'Emergency' },
  pages: { 'zh-CN': '手册', en: 'Handbook' },
  checklists: { 'zh-CN': '清单', en: 'Checklists' },
  rules: { 'zh-CN': '设计规则', en: 'Design rules' },
  terms: { 'zh-CN': '术语', en: 'Terms' },
  services: { 'zh-CN': '服务', en: 'Services' },
  learning: { 'zh-CN': '学习', en: 'Learning' },
  tools: { 'zh-CN': '工具', en: 'Tools' },
  lists: { 'zh-CN': '目录', en: 'Lists' },
  sources: { 'zh-CN': '来源', en: 'Sources' },
  // What one result is.
  emergency: { 'zh-CN': '应急卡', en: 'Emergency card' },
  page: { 'zh-CN': '手册页', en: 'Page' },
  section: { 'zh-CN': '小节', en: 'Section' },
  checklist: { 'zh-CN': '清单', en: 'Checklist' },
  item: { 'zh-CN': '检查项', en: 'Checklist item' },
  rule: { 'zh-CN': '设计规则', en: 'Design rule' },
  step: { 'zh-CN': '应急步骤', en: 'Emergency step' },
  term: { 'zh-CN': '术语', en: 'Term' },
  service: { 'zh-CN': '服务', en: 'Service' },
  path: { 'zh-CN': '学习路径', en: 'Learning path' },
  tool: { 'zh-CN': '工具', en: 'Tool' },
  list: { 'zh-CN': '目录', en: 'List' },
  source: { 'zh-CN': '来源', en: 'Source' },
  // Filter of a long list.
  filter: { 'zh-CN': '在这一页里筛选', en: 'Filter this page' },
  shown: { 'zh-CN': '显示 {count} 项，共 {all} 项', en: '{count} of {all} shown' },
} as const satisfies Record<string, Localized>;
