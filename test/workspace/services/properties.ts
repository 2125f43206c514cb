/** `PropertiesService`: small texts kept for the document, the script, or the user. */
import type { Emulates } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';

const VALUE_BYTES = 9_000;
const STORE_BYTES = 500_000;

export class PropertiesServiceService
  implements
    Emulates<
      GoogleAppsScript.Properties.PropertiesService,
      'getDocumentProperties' | 'getScriptProperties' | 'getUserProperties'
    >
{
  static readonly emulates = 'PropertiesService';
  readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }
  getDocumentProperties(): PropertiesStore {
    return this.#store(this.execution.backend.state.properties.document);
  }
  getScriptProperties(): PropertiesStore {
    return this.#store(this.execution.backend.state.properties.script);
  }
  getUserProperties(): PropertiesStore {
    const { user } = this.execution.backend.state.properties;
    const store = user.get(this.execution.start.user) ?? new Map<string, string>();
    user.set(this.execution.start.user, store);
    return this.#store(store);
  }
  #store(values: Map<string, string>): PropertiesStore {
    if (this.execution.start.authMode === 'NONE')
      throw new ServiceError('You do not have permission to call PropertiesService.');
    return new PropertiesStore(this.execution, values);
  }
}

export class PropertiesStore
  implements
    Emulates<
      GoogleAppsScript.Properties.Properties,
      'getProperty' | 'setProperty' | 'getProperties' | 'deleteProperty' | 'getKeys'
    >
{
  static readonly emulates = 'Properties';
  readonly execution: Execution;
  readonly values: Map<string, string>;

  constructor(execution: Execution, values: Map<string, string>) {
    this.execution = execution;
    this.values = values;
  }
  getProperty(key: string): string | null {
    return this.execution.call('Properties.getProperty', () => this.values.get(key) ?? null);
  }
  getProperties(): Readonly<Record<string, string>> {
    return this.execution.call('Properties.getProperties', () => Object.fromEntries(this.values));
  }
  getKeys(): string[] {
    return this.execution.call('Properties.getKeys', () => [...this.values.keys()]);
  }
  setProperty(key: string, value: string): this {
    if (new TextEncoder().encode(value).length > VALUE_BYTES)
      throw new ServiceError('Argument too large: value');
    this.execution.call('Properties.setProperty', () => {
      const size = [...this.values].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
      if (size + value.length > STORE_BYTES)
        throw new ServiceError('You have exceeded the property storage quota.');
      this.values.set(key, String(value));
    });
    return this;
  }
  deleteProperty(key: string): this {
    this.execution.call('Properties.deleteProperty', () => this.values.delete(key));
    return this;
  }
}
