import type { Localized } from './locale.ts';

/** Words of the page about what is stored on this device. */
export const STORAGE = {
  title: { 'zh-CN': '存储与备份', en: 'Storage and backup' },
  summary: {
    'zh-CN': '这台设备上存了什么，浏览器什么时候可能清掉，怎么备份、恢复和全部删除。',
    en: 'What is stored on this device, when the browser may clear it, and how to back up, restore and remove it.',
  },
  whatTitle: { 'zh-CN': '存在哪里', en: 'Where it is kept' },
  what1: {
    'zh-CN': '勾选、记录、照片和项目资料都存在这台设备的这个浏览器里，不上传。',
    en: 'Ticks, notes, photos and project data are in this browser on this device. Nothing is uploaded.',
  },
  what2: {
    'zh-CN': '换浏览器、换设备、用无痕窗口，看到的是另一份存储。',
    en: 'Another browser, another device or a private window is a separate store.',
  },
  clearTitle: { 'zh-CN': '什么时候可能丢', en: 'When it may be lost' },
  clear1: {
    'zh-CN': '你清除浏览数据，或者卸载浏览器、重置设备时，全部会删掉。',
    en: 'When you clear browsing data, remove the browser or reset the device, everything goes.',
  },
  clear2: {
    'zh-CN': '没有获准长期保存时，设备空间紧张，浏览器可以自行清掉。',
    en: 'Without a promise to keep it, the browser may clear it when the device runs short of space.',
  },
  clear3: {
    'zh-CN': '有的浏览器会清掉一段时间没有打开过的网站的数据；Safari 是连续使用浏览器 7 天而没有打开本站。',
    en: 'Some browsers clear sites that have not been opened for a while; Safari does so after seven days of use without a visit here.',
  },
  clear4: {
    'zh-CN': '无痕窗口一关就没有了。',
    en: 'A private window forgets it when it closes.',
  },
  clear5: {
    'zh-CN': '所以：每天收工前备份一次，把文件存到别处。',
    en: 'So back up at the end of each day and keep the file somewhere else.',
  },

  state: { 'zh-CN': '现在的状态', en: 'Current state' },
  kept: { 'zh-CN': '长期保存', en: 'Kept for good' },
  keptYes: { 'zh-CN': '✓ 浏览器已答应不自行清除', en: '✓ The browser has promised not to clear it' },
  keptNo: {
    'zh-CN': '! 浏览器没有答应，空间紧张时可能清除',
    en: '! Not promised: it may be cleared when space is short',
  },
  keptUnknown: { 'zh-CN': '浏览器没有说', en: 'The browser does not say' },
  keptAsk: { 'zh-CN': '请浏览器长期保存', en: 'Ask the browser to keep it' },
  keptGranted: { 'zh-CN': '浏览器答应了。', en: 'The browser has promised.' },
  keptRefused: {
    'zh-CN': '浏览器没有答应。把本站加入书签或主屏幕后再试，并常做备份。',
    en: 'The browser refused. Bookmark this site or add it to the home screen and try again; back up often.',
  },
  inMemory: {
    'zh-CN': '! 浏览器不让本站存数据，现在的内容只在这一页里',
    en: '! The browser lets this site store nothing; what you enter lives in this page only',
  },
  used: { 'zh-CN': '占用', en: 'Used' },
  usedOf: { 'zh-CN': '{used}，上限约 {quota}', en: '{used} of about {quota}' },
  photos: { 'zh-CN': '照片', en: 'Photos' },
  photosValue: { 'zh-CN': '{count} 张，{size}', en: '{count}, {size}' },
  lastBackup: { 'zh-CN': '上次备份', en: 'Last backup' },
  never: { 'zh-CN': '! 还没有备份过', en: '! Never' },
  since: { 'zh-CN': '当前项目只在本机的记录', en: 'Records of the current project that are only here' },
  clean: { 'zh-CN': '清理没有用到的照片', en: 'Remove photos no longer in use' },
  cleaned: { 'zh-CN': '清理了 {count} 张。', en: '{count} removed.' },
  unknown: { 'zh-CN': '浏览器没有说', en: 'not reported' },

  projects: { 'zh-CN': '项目', en: 'Projects' },
  noProjects: { 'zh-CN': '没有项目。', en: 'No projects.' },
  projectName: { 'zh-CN': '项目', en: 'Project' },
  records: { 'zh-CN': '记录', en: 'Records' },
  size: { 'zh-CN': '照片大小', en: 'Photos' },
  archived: { 'zh-CN': '已归档', en: 'archived' },
  trashed: { 'zh-CN': '回收站', en: 'trash' },
  unreadable: { 'zh-CN': '读不出来', en: 'cannot be read' },

  backup: { 'zh-CN': '备份与恢复', en: 'Backup and restore' },
  backupAll: { 'zh-CN': '全部备份成一个文件', en: 'Back up everything in one file' },
  backingUp: { 'zh-CN': '正在写文件…', en: 'Writing the file…' },
  backedUp: {
    'zh-CN': '已生成 {file}（{size}，{count} 个项目）。请确认它在下载里，再存到别处。',
    en: '{file} written ({size}, {count} projects). Check that it is among your downloads and keep a copy elsewhere.',
  },
  notAll: { 'zh-CN': '读不出来、没有备份到的项目：{names}。', en: 'Could not be read and is not in it: {names}.' },
  photosNotIn: {
    'zh-CN': '有 {count} 张照片读不出来，不在备份里。',
    en: '{count} photos could not be read and are not in it.',
  },
  storageShut: {
    'zh-CN': '! 本机的存储打不开：原来存在里面的项目不在这份备份里。关掉别的标签页，重新打开这一页再备份一次。',
    en: '! The storage of this device does not open: projects kept there are not in this backup. Close other tabs, reload this page and back up again.',
  },
  nothingToBackUp: {
    'zh-CN': '没有可以备份的项目，没有写文件。',
    en: 'There is no project to back up; no file was written.',
  },
  backupFailed: { 'zh-CN': '备份没有做成：{reason}。', en: 'The backup was not made: {reason}.' },
  restore: { 'zh-CN': '从备份恢复', en: 'Restore from a backup' },
  restoreFound: {
    'zh-CN': '备份做于 {at}，有 {count} 个项目。恢复是合并：本机已有的记录都保留。',
    en: 'Backup of {at} with {count} projects. Restoring merges: every record on this device stays.',
  },
  restorePart: { 'zh-CN': '{name}：{count} 条记录，{photos} 张照片', en: '{name}: {count} records, {photos} photos' },
  restoreBad: { 'zh-CN': '{name}：损坏，恢复不了', en: '{name}: damaged, cannot be restored' },
  restoreDo: { 'zh-CN': '恢复这些项目', en: 'Restore these projects' },
  restored: { 'zh-CN': '已恢复 {count} 个项目。', en: '{count} projects restored.' },
  restoreFailed: { 'zh-CN': '“{name}”没有恢复成功：{reason}', en: '“{name}” was not restored: {reason}' },
  restoreRefused: {
    'zh-CN': '没有恢复，什么都没有改动：{reason}',
    en: 'Not restored, and nothing was changed: {reason}',
  },
  notBackup: {
    'zh-CN': '这不是备份文件（.zgbackup）。单个项目文件（.zgbook）请在清单页打开。',
    en: 'this is not a backup (.zgbackup). Open a single project file (.zgbook) on a checklist page.',
  },

  removeTitle: { 'zh-CN': '全部删除', en: 'Remove everything' },
  removeHint: {
    'zh-CN': '删除这台设备上的所有项目、照片和设置，不能恢复。先备份。',
    en: 'Removes all projects, photos and settings from this device. It cannot be undone. Back up first.',
  },
  removeWord: { 'zh-CN': '全部删除', en: 'remove everything' },
  removeType: { 'zh-CN': '要继续，请输入“{word}”', en: 'To go on, type “{word}”' },
  removeWrong: { 'zh-CN': '输入的不是“{word}”，什么都没有删。', en: 'That is not “{word}”; nothing was removed.' },
  removeDo: { 'zh-CN': '删除这台设备上的一切', en: 'Remove everything from this device' },
  removed: { 'zh-CN': '已全部删除。', en: 'Everything has been removed.' },
  removeFailed: {
    'zh-CN': '没有删完：别的标签页还开着本站。关掉它们再试。',
    en: 'Not all was removed: this site is open in other tabs. Close them and try again.',
  },
  cannotDownload: {
    'zh-CN':
      '没有出现下载？微信等应用里的浏览器不能下载。点右上角“…”，选“在浏览器打开”，再来备份；那是另一份存储，先在这里用“分享”发出文件。',
    en: 'No download? Browsers inside apps such as WeChat cannot download. Use the menu to open this page in the system browser; since that is another store, first send the file from here with Share.',
  },
  share: { 'zh-CN': '用“分享”发出文件', en: 'Send the file with Share' },
  needsScript: {
    'zh-CN': '查看状态、备份和恢复要打开 JavaScript。',
    en: 'Turn JavaScript on to see what is stored, back up and restore.',
  },
} as const satisfies Record<string, Localized>;

export type StorageText = Record<keyof typeof STORAGE, string>;
