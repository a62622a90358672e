/** The parts of a checklist item that a column of somebody's own list can hold. */
export const LIST_FIELDS = ['number', 'group', 'item', 'role', 'mandatory', 'why', 'evidence'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** What people call these columns, in both languages. Compared after `normalizeHeading`. */
export const LIST_HEADINGS: { readonly [field in ListField]: readonly string[] } = {
  item: [
    ...[
      '项目',
      '检查项目',
      '检查内容',
      '内容',
      '检查项',
      '检查事项',
      '事项',
      '条目',
      '检查点',
      '工作内容',
      '巡查内容',
      '查验内容',
    ],
    ...[
      '查验项目',
      '验收项目',
      '验收内容',
      '检查项目及内容',
      '检查项目和内容',
      '检查内容及要求',
      '任务',
      '名称',
      '检查要点',
    ],
    ...[
      'item',
      'items',
      'check',
      'checkitem',
      'checkpoint',
      'task',
      'description',
      'content',
      'whattocheck',
      'title',
      'label',
    ],
  ],
  number: ['序号', '编号', '序', '项次', '项号', 'no', 'no.', 'number', 'nr', '#', 'id', 'code', '编码', '代码'],
  group: [
    // Also words for the item: they mean the group where another column is the item.
    ...['项目', '检查项目', '检查项', '查验项目', '验收项目', '名称', '任务', 'task', 'title'],
    ...[
      '分组',
      '组',
      '组别',
      '类别',
      '分类',
      '类型',
      '大类',
      '阶段',
      '部位',
      '区域',
      '系统',
      '章节',
      '检查类别',
      '检查分类',
    ],
    ...['group', 'category', 'section', 'stage', 'area', 'type', 'system', 'part'],
  ],
  role: [
    ...[
      '岗位',
      '责任岗位',
      '负责岗位',
      '责任人',
      '负责人',
      '角色',
      '责任部门',
      '部门',
      '检查人',
      '执行人',
      '执行岗位',
      '职责岗位',
    ],
    ...[
      'role',
      'post',
      'responsible',
      'responsibility',
      'owner',
      'department',
      'position',
      'who',
      'inspector',
      'assignedto',
    ],
  ],
  mandatory: [
    ...[
      '必查',
      '是否必查',
      '必须',
      '是否必须',
      '必填',
      '必检',
      '是否必检',
      '必做',
      '强制',
      '关键项',
      '是否关键',
      '重要',
    ],
    ...['mandatory', 'required', 'must', 'compulsory', 'key', 'critical', 'ismandatory'],
  ],
  why: [
    ...[
      '说明',
      '为什么',
      '原因',
      '要求',
      '标准',
      '检查标准',
      '检查要求',
      '检查方法',
      '方法',
      '备注',
      '注意事项',
      '做法',
      '技术要求',
      '合格标准',
    ],
    ...[
      'why',
      'reason',
      'note',
      'notes',
      'requirement',
      'requirements',
      'standard',
      'how',
      'method',
      'remark',
      'remarks',
      'guidance',
      'comment',
    ],
  ],
  evidence: [
    ...['证据', '凭证', '依据', '佐证', '证明', '记录', '证明材料', '检查依据', '留存资料', '资料', '附件', '见证'],
    ...['evidence', 'proof', 'record', 'document', 'documents', 'documentation', 'attachment'],
  ],
};

const YES = [
  '是',
  '必查',
  '必须',
  '必填',
  '必检',
  '必做',
  '强制',
  '关键',
  '要',
  '√',
  '✓',
  '✔',
  '☑',
  '●',
  '★',
  '*',
  '1',
  'y',
  'yes',
  'true',
  'x',
  'mandatory',
  'required',
  'must',
];
const NO = [
  '否',
  '不',
  '不必',
  '非必查',
  '选查',
  '可选',
  '选做',
  '一般',
  '×',
  '✗',
  '✘',
  '☐',
  '□',
  '○',
  '-',
  '—',
  '/',
  '0',
  'n',
  'no',
  'false',
  'optional',
  '无',
];

/** Whether a cell says yes or no; `undefined` when it says neither. An empty cell says no. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (word === '' || NO.includes(word)) return false;
  return YES.includes(word) ? true : undefined;
}

/** Case, width, spaces, marks and remarks in brackets make no difference: `检查内容 *（必填）` is `检查内容`. */
export const normalizeHeading = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【〔].*?[)\]】〕]/gu, '')
    .replace(/[\s*:·、,。_\-"'“”]+/gu, '');
