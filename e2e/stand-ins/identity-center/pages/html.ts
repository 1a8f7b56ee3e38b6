/** Text that is HTML already. Made only by `html`, which escapes everything it is given. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A template tag: the literal parts are HTML, every value is escaped unless it is `Html` itself. */
export function html(literals: TemplateStringsArray, ...values: (string | Html)[]): Html {
  const rendered = values.map((value) => (value instanceof Html ? value.text : escape(value)));
  return new Html(String.raw({ raw: literals }, ...rendered));
}

/** No HTML. */
export const NOTHING = new Html('');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
