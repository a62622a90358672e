import type { Localized } from './locale.ts';

/** Words of the home page. */
export const HOME = {
  description: {
    'zh-CN': '综合体、服务部、家庭服务、社区和公共服务平台的管理手册：每条规程都能在同一处读、办、算。',
    en: 'A handbook for those who run mixed-use complexes, service departments, family services, communities and public-service platforms: every procedure can be read, done and worked out in one place.',
  },
  lead: {
    'zh-CN': '管综合体、服务部、社区和公共服务平台的人，整天开着的一本手册。',
    en: 'The handbook that people who run complexes, service departments, communities and public platforms keep open all day.',
  },
  read: { 'zh-CN': '读', en: 'Read' },
  readWhat: {
    'zh-CN': '五套方案，一事一页，条条有出处。',
    en: 'Five schemes, one page per task, every line with its source.',
  },
  do: { 'zh-CN': '办', en: 'Do' },
  doWhat: {
    'zh-CN': '照清单勾选、记录、签核，存在本机，能打印。',
    en: 'Tick, note and sign off checklists; kept on this device, ready to print.',
  },
  reckon: { 'zh-CN': '算', en: 'Work out' },
  reckonWhat: {
    'zh-CN': '物业费、奖罚提成、工期，每一步都看得见。',
    en: 'Fees, incentives and phases, with every step in sight.',
  },
  emergencyWhat: {
    'zh-CN': '出事了？打开应急卡，先做前三步。',
    en: 'Something happened? Open the card and do the first three steps.',
  },
  onward: { 'zh-CN': '继续上次：', en: 'Continue: ' },
  today: { 'zh-CN': '今天要办', en: 'Due today' },
  todayWhat: {
    'zh-CN':
      '进行中、逾期、今天和一周内到期的，超过 180 天没核对的服务信息，还有没做完的清单，按项目列出。只看这台设备。',
    en: 'In progress, overdue, due today or within a week, service details not checked for 180 days, and unfinished checklists, by project. Only what is on this device.',
  },
  nothingDue: { 'zh-CN': '一周内没有到期的事。', en: 'Nothing is due within a week.' },
  'due-overdue': { 'zh-CN': '逾期', en: 'Overdue' },
  'due-today': { 'zh-CN': '今天', en: 'Today' },
  'due-soon': { 'zh-CN': '一周内', en: 'Within a week' },
  'due-running': { 'zh-CN': '进行中', en: 'In progress' },
  'due-begun': { 'zh-CN': '没做完', en: 'Unfinished' },
  'due-old': { 'zh-CN': '超过 180 天', en: 'Over 180 days' },
  'due-progress': { 'zh-CN': '完成 {done} / {all}', en: '{done} of {all} done' },
  'due-checklist': { 'zh-CN': '清单', en: 'Checklist' },
  'due-task': { 'zh-CN': '计划任务', en: 'Plan task' },
  'due-problem': { 'zh-CN': '问题整改', en: 'Problem' },
  'due-request': { 'zh-CN': '申请', en: 'Request' },
  'due-drill': { 'zh-CN': '演练', en: 'Drill' },
  'due-permit': { 'zh-CN': '施工许可', en: 'Permit' },
  'due-incident': { 'zh-CN': '应急处置', en: 'Incident' },
  'due-services': { 'zh-CN': '服务信息待核对', en: 'Service details to check' },
  'services-more': { 'zh-CN': '等 {count} 项', en: 'and more, {count} in all' },
  'due-document': { 'zh-CN': '文件复审', en: 'Document review' },
  more: { 'zh-CN': '还有 {count} 件', en: '{count} more' },
  schemes: { 'zh-CN': '五套方案', en: 'The five schemes' },
  tools: { 'zh-CN': '工具', en: 'Tools' },
  lookUp: { 'zh-CN': '查', en: 'Look up' },
  questionsWhat: {
    'zh-CN': '天天会碰到的问题，点开就到答案那一段。',
    en: 'What comes up every day, with a link to the passage that answers it.',
  },
  plannerWhat: {
    'zh-CN': '从开业日往回排，按中国工作日历。',
    en: 'Plans backward from the opening day, on the Chinese working calendar.',
  },
  fitOutWhat: {
    'zh-CN': '商户要交什么、设计合不合规、用电够不够，审图意见和施工许可一处出。',
    en: 'What a tenant hands in, whether the design meets the rules, the electrical load, the review sheet and the permits, in one place.',
  },
  requestsWhat: {
    'zh-CN': '收到的申请走五步，到期日按工作日算。',
    en: 'Takes each request through its five steps, with the due date in working days.',
  },
  projectsWhat: {
    'zh-CN': '进度、逾期、没关闭的问题，项目报告和备份。',
    en: 'Progress, what is overdue, open problems, the project report and backups.',
  },
  directoryWhat: {
    'zh-CN': '每项服务给谁、找谁、怎么办，可以筛选。',
    en: 'Every service: for whom, whom to ask, how it is done; with filters.',
  },
  learnWhat: {
    'zh-CN': '新员工按岗位学，附可签字的记录表。',
    en: 'New staff learn by role, with a record sheet to sign.',
  },
  glossaryWhat: {
    'zh-CN': '行话的意思、别名和英文。',
    en: 'What the terms mean, their other names and their Chinese.',
  },
  sourcesWhat: {
    'zh-CN': '每个说法的出处、法规的核对状态、来源的错误怎样更正。',
    en: 'Where each statement comes from, how far each law was checked, and how faults of the source were corrected.',
  },
  privacy: {
    'zh-CN': '不用账号，没有服务器；除非你导出，数据不离开这台设备。',
    en: 'No account, no server; nothing leaves this device unless you export it.',
  },
} as const satisfies Record<string, Localized>;
