/**
 * Loads style sheets whose tool is fetched on use. Imported the ordinary way they would be built into the page that
 * fetches the tool, which must stay small. Resolves when they apply; a sheet that fails leaves the tool plain but usable.
 */
export async function loadStyles(addresses: readonly string[]): Promise<void> {
  await Promise.all(
    addresses.map(
      (address) =>
        new Promise<void>((resolve) => {
          if (document.querySelector(`link[href="${address}"]`)) return resolve();
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.href = address;
          link.onload = () => resolve();
          link.onerror = () => resolve();
          document.head.append(link);
        }),
    ),
  );
}
