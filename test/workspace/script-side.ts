/**
 * The script's side of the wire: this text runs in the script's own context, before the script. It makes Google's globals out of
 * what the backend says it emulates; every call goes over `binding.ask`, plain data both ways. What comes back is made anew here,
 * errors and days too, so that all the script holds is the context's own.
 */
export const SCRIPT_SIDE = `(function (surface, binding) {
  'use strict';
  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const RealDate = Date;
  const targets = new WeakMap();
  const enumValues = new Map();
  let now = null;

  function enumValue(type, name) {
    const key = type + '.' + name;
    if (!enumValues.has(key)) {
      const value = Object.freeze({ toString: () => name, toJSON: () => name, name: () => name });
      targets.set(value, { $: 'enum', type, name });
      enumValues.set(key, value);
    }
    return enumValues.get(key);
  }

  function enumOf(type, names) {
    return new Proxy({}, {
      get(_, name) {
        if (typeof name === 'symbol') return undefined;
        if (!names.includes(name)) throw new Error('NotEmulated: ' + type + '.' + name);
        return enumValue(type, name);
      },
    });
  }

  function encode(value) {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'function') throw new Error('NotEmulated: a function as an argument');
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', text: String(value) };
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof RealDate) return { $: 'date', millis: value.getTime() };
    if (targets.has(value)) return targets.get(value);
    if (Array.isArray(value)) return value.map(encode);
    if (ArrayBuffer.isView(value)) return Array.from(value);
    const fields = {};
    for (const key of Object.keys(value)) fields[key] = encode(value[key]);
    return fields;
  }

  function decode(value) {
    if (typeof value !== 'object' || value === null) return value;
    if (isArray(value)) {
      const items = [];
      for (let i = 0; i < value.length; i += 1) {
        const item = value[i];
        items.push(typeof item === 'object' ? decode(item) : item);
      }
      return items;
    }
    switch (value.$) {
      case 'undefined': return undefined;
      case 'number': return Number(value.text);
      case 'date': return new RealDate(value.millis);
      case 'enum': return enumValue(value.type, value.name);
      case 'object': return objectOf(value.type, value);
    }
    const fields = {};
    for (const key of Object.keys(value)) fields[key] = decode(value[key]);
    return fields;
  }

  function invoke(target, member, args) {
    const reply = binding.ask({ target, member, args: args === null ? null : args.map(encode) });
    now = reply.now;
    if (reply.error) throw errorOf(reply.error);
    return decode(reply.value);
  }

  function errorOf({ name, message }) {
    const error = new Error(message);
    error.name = name;
    return error;
  }

  function objectOf(type, target) {
    const { methods, getters, enums } = surface.classes[type];
    const proxy = new Proxy({}, {
      get(_, name) {
        if (name === Symbol.toPrimitive || name === 'toString') return () => type;
        if (typeof name === 'symbol') return undefined;
        if (methods.includes(name)) return (...args) => invoke(target, name, args);
        if (getters.includes(name)) return invoke(target, name, null);
        if (Object.prototype.hasOwnProperty.call(enums, name)) return enumOf(name, enums[name]);
        throw new Error('NotEmulated: ' + type + '.' + name);
      },
      has(_, name) { return methods.includes(name) || getters.includes(name); },
      set(_, name) { throw new Error('NotEmulated: setting ' + type + '.' + String(name)); },
    });
    targets.set(proxy, target);
    return proxy;
  }

  /** Asks the held clock, which moves as the backend says. */
  function HeldDate(...args) {
    if (!new.target) return new RealDate(HeldDate.now()).toString();
    return Reflect.construct(RealDate, args.length > 0 ? args : [HeldDate.now()], new.target);
  }
  HeldDate.prototype = RealDate.prototype;
  HeldDate.now = () => (now === null ? RealDate.now() : now);
  HeldDate.UTC = RealDate.UTC;
  HeldDate.parse = RealDate.parse;
  RealDate.prototype.constructor = HeldDate;
  globalThis.Date = HeldDate;

  for (const type of surface.services) globalThis[type] = objectOf(type, { $: 'service', type });
  for (const name of ['compileStreaming', 'instantiateStreaming']) delete WebAssembly[name];
  const own = new Set(Object.getOwnPropertyNames(globalThis));

  return function run(functionName, args, startedAt) {
    now = startedAt;
    try {
      const declared = Object.getOwnPropertyNames(globalThis).includes(functionName) && !own.has(functionName);
      const callable = declared && typeof globalThis[functionName] === 'function';
      if (!callable || functionName.endsWith('_')) {
        throw new Error('Script function not found: ' + functionName);
      }
      return stringify({ value: encode(globalThis[functionName](...decode(parse(args)))) });
    } catch (error) {
      const known = error instanceof Error;
      return stringify({ error: {
        name: known ? error.name : 'Error',
        message: known ? error.message : String(error),
        stack: known ? String(error.stack) : '',
      } });
    }
  };
})`;
