import type { Attributes } from './xml-pass.ts';

/** The namespaces in force, by prefix; '' is the default one. */
type Scope = ReadonlyMap<string, string>;

const unprefixed = { prefix: '', local: '' };

/**
 * What elements are called once prefixes are resolved. Programs differ: Excel writes `<row>`, those on the Open XML SDK
 * `<x:row>`, and both say the same. saxes could resolve them too, in twice the time.
 */
export class XmlNames {
  #scopes: { depth: number; scope: Scope }[] = [{ depth: 0, scope: new Map() }];
  #namespace: string | null = null;

  /** Takes the declarations of an element that has some. */
  declare(attributes: Attributes, depth: number): void {
    const scope = new Map(this.#scope);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'xmlns') scope.set('', value);
      else if (name.startsWith('xmlns:')) scope.set(name.slice('xmlns:'.length), value);
    }
    this.#scopes.push({ depth, scope });
  }

  leave(depth: number): void {
    if (this.#scopes.at(-1)!.depth === depth) this.#scopes.pop();
  }

  /** Names the root; what is of its namespace goes by its bare name from here on. */
  enterRoot(name: string): { local: string; namespace: string } {
    const { prefix, local } = splitName(name) ?? unprefixed;
    this.#namespace = this.#scope.get(prefix) ?? '';
    return { local, namespace: this.#namespace };
  }

  /** The bare name; of another namespace, or of none that was declared, with a colon, so that nobody takes it for ours. */
  resolve(name: string): string {
    if (!name.includes(':')) return this.#scope.get('') === this.#namespace ? name : `:${name}`;
    const { prefix, local } = splitName(name) ?? unprefixed;
    return local !== '' && this.#scope.get(prefix) === this.#namespace ? local : `${prefix}:${local}`;
  }

  get #scope(): Scope {
    return this.#scopes.at(-1)!.scope;
  }
}

/** Null where it is no name at all, say with two colons or none before it. */
function splitName(name: string): { prefix: string; local: string } | null {
  const at = name.indexOf(':');
  if (at === -1) return { prefix: '', local: name };
  const local = name.slice(at + 1);
  return at === 0 || local === '' || local.includes(':') ? null : { prefix: name.slice(0, at), local };
}
