import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import solid from '@astrojs/solid-js';
import { defineConfig } from 'astro/config';
import { contentCheck } from './src/build/integrations/content-check.ts';
import { csp } from './src/build/integrations/csp.ts';
import { offline } from './src/build/integrations/offline.ts';
import { searchIndex } from './src/build/integrations/search-index.ts';
import { handbookMarkdown } from './src/build/markdown/processor.ts';
import { smallScripts } from './src/build/small-scripts.ts';

/** Where the site will live. Both may be set for hosting in a sub-folder: see src/hosting/. */
const site = process.env.SITE_URL ?? 'https://zongguan.example';
const base = process.env.BASE_PATH ?? '/';

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  // Inside the checkout: several checkouts may share one node_modules, where Astro would keep its data store.
  cacheDir: '.astro/cache',
  build: { format: 'directory', inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  i18n: {
    defaultLocale: 'zh-CN',
    locales: ['zh-CN', { path: 'en', codes: ['en'] }],
    routing: { prefixDefaultLocale: false },
  },
  markdown: { syntaxHighlight: 'prism', processor: handbookMarkdown() },
  vite: { plugins: [smallScripts()], build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  integrations: [
    contentCheck(),
    mdx(),
    solid(),
    sitemap({ i18n: { defaultLocale: 'zh-CN', locales: { 'zh-CN': 'zh-CN', en: 'en' } } }),
    // From here on each step works on what the ones before it wrote.
    csp(),
    searchIndex(),
    offline(),
  ],
});
