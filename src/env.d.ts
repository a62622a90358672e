/// <reference types="astro/client" />
declare namespace App {
  interface Locals {
    /** What the components inside a page's prose need to know of the page around them. */
    prose?: import('./components/prose/prose-context.ts').ProseContext;
  }
}
