import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

interface Group {
  readonly name: string;
  readonly packages: readonly string[];
  /** Below `src/`. */
  readonly files: readonly string[];
}

const within = (folder: string, names: string): string[] => names.split(' ').map((name) => `${folder}/${name}`);

/**
 * What of the tools lies together in one file. Each file is compressed by itself, so thirty small ones cost a fifth more than three large
 * ones. A module belongs here only if every page that fetches its group needs it; `tests/dist/budgets.test.ts` sees to it that no page
 * without a tool fetches any of them.
 */
const GROUPS: readonly Group[] = [
  {
    // Solid, this device's projects, the line that says whether all is saved, and the fields beside it: in every tool.
    name: 'tool',
    packages: ['solid-js/dist', 'solid-js/web/dist'],
    files: [
      'domain/sha-256.ts',
      ...within(
        'domain/checklist',
        'answer.ts answer-index.ts causal-order.ts correction.ts decimal.ts form.ts gate.ts item-path.ts json.ts measured.ts overview.ts photo.ts problems.ts progress.ts project-info.ts record.ts run.ts sign-off.ts signature.ts template.ts',
      ),
      ...within(
        'state',
        'channel.ts create-project.ts elsewhere.ts import-undo.ts indexeddb.ts left-over.ts memory.ts mirror.ts open-device.ts profile.ts project-list.ts random-id.ts storage.ts',
      ),
      ...within(
        'islands',
        'checklist/SaveStatus.tsx shared/composing.ts shared/create-today.ts shared/keep-equal.ts shared/on-leave.ts shared/ProjectFields.tsx shared/waiting.ts shared/way-out.tsx',
      ),
    ],
  },
  {
    // The document library, and what opens a project with it: fetched when there is a project to open.
    name: 'document',
    packages: ['yjs', 'lib0', 'quiet-logging'],
    files: [
      ...within('domain/checklist', 'merge-report.ts record-faults.ts'),
      ...within('state', 'document.ts open-project.ts record-decoder.ts saver.ts tabs.ts undo.ts'),
    ],
  },
  {
    // The checklist as it is prerendered; what a first tick does not need is in `later-parts.ts`.
    name: 'checklist',
    packages: [],
    files: [
      ...within('domain/checklist', 'filter.ts run-groups.ts'),
      ...within('islands', 'ChecklistIsland.tsx shared/later.ts shared/wake.ts'),
      ...within(
        'islands/checklist',
        'Filters.tsx Fold.tsx GatePanel.tsx ItemRow.tsx Notices.tsx OutPanel.tsx ProgressPanel.tsx ProjectBar.tsx RunPanel.tsx StatusChoice.tsx WalkBar.tsx checklist-context.ts later-parts.ts run-view.ts',
      ),
    ],
  },
];

/** The id of a module that stands in for another one, as Rollup's plugins mark theirs. */
const QUIET_LOGGING = '\0quiet-logging/index.js';
const PRELOAD_HELPER = '\0vite/preload-helper.js';

/**
 * Keeps the scripts of the tools small: decision 0010.
 *
 * - Groups modules that are needed together into one file.
 * - Yjs 13 imports lib0's logging for two warnings; with it come lib0's styles, DOM and schema modules, 15 kB that no page uses.
 * - Vite 8 wraps each dynamic import to preload the styles and imports of its target; styles are in the pages here, and there is nothing
 *   to preload in a group.
 */
export function smallScripts(): Plugin {
  const missing = GROUPS.flatMap(({ files }) => files).filter((file) => !existsSync(`src/${file}`));
  if (missing.length > 0) throw new Error(`small-scripts.ts names files that are not there: ${missing.join(', ')}`);
  const groups = GROUPS.map(({ name, packages, files }, place) => {
    const places = [...packages.map((path) => `/node_modules/${path}`), ...files.map((file) => `/src/${file}`)];
    return {
      name,
      test: (id: string) => {
        const path = id.replaceAll('\\', '/').replace('\0', '/node_modules/');
        return places.some((known) => path.endsWith(known) || path.includes(`${known}/`));
      },
      priority: GROUPS.length - place,
      includeDependenciesRecursively: false,
    };
  });
  return {
    name: 'handbook:small-scripts',
    enforce: 'pre',
    config: () => ({
      environments: {
        client: {
          build: {
            modulePreload: false,
            // Groups without their dependencies need it: a shared module may come to lie in an entry's own file.
            rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { codeSplitting: { groups } } },
          },
        },
      },
    }),
    resolveId: (source) => (source === 'lib0/logging' ? QUIET_LOGGING : undefined),
    load(id) {
      if (id === PRELOAD_HELPER) return 'export const __vitePreload = (load) => load();';
      if (id !== QUIET_LOGGING) return undefined;
      return `export const [BOLD, UNBOLD, RED, ORANGE] = ['', '', '', ''];
export const print = (...words) => console.log(...words);
export const warn = (...words) => console.warn(...words);`;
    },
  };
}
