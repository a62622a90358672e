import type { Localized } from './locale.ts';

/** Words of the page on which a reader works through a list of their own. */
export const OWN_LIST = {
  title: { 'zh-CN': '自己的清单', en: 'Your own lists' },
  summary: {
    'zh-CN': '把自己的 Excel 或 CSV 清单变成可以勾选、拍照、签核的清单。文件不上传。',
    en: 'Turn your own Excel or CSV list into one to tick, photograph and sign off. The file is not uploaded.',
  },
  how: { 'zh-CN': '文件怎么准备', en: 'How to prepare the file' },
  how1: {
    'zh-CN': '一行一项。表头至少有一列叫“检查内容”或“项目”。只有一列时可以没有表头。',
    en: 'One item per row. One column must be headed “item” or “check”. A list of a single column needs no heading.',
  },
  how2: {
    'zh-CN': '还认得这些列：序号、分组（类别、部位）、岗位（责任人）、必查（是／否）。',
    en: 'These columns are read too: number, group (category, area), role (responsible), mandatory (yes/no).',
  },
  how3: {
    'zh-CN': '.xlsx 和 .csv 都可以，CSV 用 UTF-8 或 GBK。旧的 .xls 请先另存为 .xlsx。',
    en: '.xlsx and .csv are read, CSV in UTF-8 or GBK. Save an old .xls as .xlsx first.',
  },
  how4: {
    'zh-CN': '导入前先预览，哪一行哪一列有问题都会列出，由你决定全要还是只要没有问题的行。',
    en: 'You see a preview first, with the row and column of every fault, and decide whether to import all rows or only the good ones.',
  },
  choose: { 'zh-CN': '选择清单文件', en: 'Choose a list' },
  lists: { 'zh-CN': '这个项目里自己的清单', en: 'Your own lists in this project' },
  none: { 'zh-CN': '还没有。', en: 'None yet.' },
  sheet: { 'zh-CN': '工作表', en: 'Sheet' },
  name: { 'zh-CN': '清单名称', en: 'Name of the list' },
  nameMissing: { 'zh-CN': '写一个名称，例如“地库巡查”。', en: 'Give a name, such as “basement patrol”.' },
  found: {
    'zh-CN': '读到 {all} 项，其中 {good} 项没有问题，{faults} 处要看一下。',
    en: '{all} items found, {good} without a fault, {faults} places to look at.',
  },
  row: { 'zh-CN': '行', en: 'Row' },
  column: { 'zh-CN': '列', en: 'Column' },
  fault: { 'zh-CN': '问题', en: 'What is wrong' },
  cell: { 'zh-CN': '内容', en: 'Cell' },
  first: { 'zh-CN': '前几项', en: 'The first items' },
  takeAll: { 'zh-CN': '全部导入（{count} 项）', en: 'Import all ({count})' },
  takeGood: { 'zh-CN': '只导入没有问题的（{count} 项）', en: 'Import the good ones ({count})' },
  done: { 'zh-CN': '已导入“{name}”，{count} 项。', en: '“{name}” imported, {count} items.' },
  refused: { 'zh-CN': '没有导入：{reason}', en: 'Not imported: {reason}' },
  'no-empty': { 'zh-CN': '文件里没有内容。', en: 'there is nothing in the file.' },
  'no-no-item-column': {
    'zh-CN': '找不到检查内容那一列。给它一个表头，例如“检查内容”。',
    en: 'no column holds the items. Head it “item”, for example.',
  },
  'no-too-many-rows': { 'zh-CN': '超过 5,000 行，请分成几份。', en: 'more than 5,000 rows; split it.' },
  'file-encoding-unknown': {
    'zh-CN': '看不准文字用的是哪种编码。请另存为 .xlsx 或“CSV UTF-8”再试。',
    en: 'its text is in no encoding that can be told for sure. Save it as .xlsx or as “CSV UTF-8”.',
  },
  'file-binary': {
    'zh-CN': '这不是表格文件。请选 .xlsx 或 .csv。',
    en: 'this is no spreadsheet. Choose an .xlsx or a .csv file.',
  },
  'file-foreign': {
    'zh-CN': '这不是 Excel 表格。请选 .xlsx 或 .csv。',
    en: 'this is no Excel workbook. Choose an .xlsx or a .csv file.',
  },
  'file-truncated': {
    'zh-CN': '文件不完整，可能没有传完。请重新复制或发送。',
    en: 'the file is cut short, perhaps in sending. Copy or send it again.',
  },
  'file-damaged': {
    'zh-CN': '文件损坏，打不开。请在 Excel 里另存一份再试。',
    en: 'the file is damaged. Save it again in Excel and try that copy.',
  },
  'file-too-large': { 'zh-CN': '文件太大。请分成几份。', en: 'the file is too large; split it.' },
  'file-encrypted': {
    'zh-CN': '文件设了密码。请先去掉密码再另存。',
    en: 'the file has a password. Save a copy without it.',
  },
  'file-old-excel': {
    'zh-CN': '这是旧的 .xls。请在 Excel 里另存为 .xlsx。',
    en: 'this is an old .xls. Save it as .xlsx in Excel.',
  },
  'file-no-such-sheet': { 'zh-CN': '没有有内容的工作表。', en: 'no sheet of it has anything in it.' },
  unused: { 'zh-CN': '这些列不导入：{columns}', en: 'Columns that are left out: {columns}' },
  'label-missing': { 'zh-CN': '没有检查内容，这一行不导入', en: 'no item here; the row is left out' },
  'text-too-long': { 'zh-CN': '超过 1,000 字，这一行不导入', en: 'longer than 1,000 characters; the row is left out' },
  'mandatory-unclear': { 'zh-CN': '看不出是或否，按“选查”', en: 'neither yes nor no; taken as optional' },
  'role-unknown': { 'zh-CN': '不认识的岗位，照原文保留', en: 'no post of this name; kept as it stands' },
  'same-item': { 'zh-CN': '和第 {other} 行相同', en: 'same as row {other}' },
  'quote-unclosed': { 'zh-CN': '引号没有配对', en: 'a quotation mark is not closed' },
  'text-after-quote': { 'zh-CN': '引号后面还有字', en: 'text after the closing quotation mark' },
  'error-value': { 'zh-CN': '表格里这一格是错误值', en: 'the spreadsheet shows an error here' },
  'no-stored-value': { 'zh-CN': '公式没有算出的值', en: 'a formula without a value' },
  link: { 'zh-CN': '用自己的 Excel 或 CSV 清单', en: 'Use your own Excel or CSV list' },
} as const satisfies Record<string, Localized>;

export type OwnListText = Record<keyof typeof OWN_LIST, string>;
