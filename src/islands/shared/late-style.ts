/**
 * Adds the styles of a tool that is fetched on use. Imported the ordinary way they would be built into the page that
 * fetches the tool, which must stay small; as texts they come with the tool's code and need no request of their own.
 */
export function addStyles(texts: readonly string[]): void {
  const sheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
}
