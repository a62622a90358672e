/** What the smoke journeys need of a browser: little enough that three protocols can give it. */
export interface Driver {
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** The value of an expression in the page, which may be a promise. It must survive JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** A press with the pointer in the middle of the element. */
  click(css: string): Promise<void>;
  /** Types over what the field holds. */
  type(css: string, text: string): Promise<void>;
  /** Exceptions that the browser has told of; of WebKitGTK none can be had. */
  faults(): readonly string[];
  close(): Promise<void>;
}

const LIMIT_MS = 30_000;

/** Waits until an expression is true in the page. */
export async function until(driver: Driver, expression: string, limit = LIMIT_MS): Promise<void> {
  const end = Date.now() + limit;
  for (;;) {
    // While one page gives way to the next there is nobody to ask.
    const value = await driver
      .evaluate(`(() => { try { return Boolean(${expression}) } catch { return false } })()`)
      .catch((error: Error) => error.message);
    if (value === true) return;
    if (Date.now() > end) throw new Error(`never true (${value}): ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
