import 'reflect-metadata';

/** What our classes use of the framework, without it: a sender that is killed two thousand times must start in a moment. */
const mark = () => () => undefined;
export const Injectable = mark;
export const Module = mark;
export const Global = mark;
export const Optional = mark;
export const Inject = (token) => (type, _key, at) => {
  const tokens = Reflect.getOwnMetadata('tokens', type) ?? {};
  Reflect.defineMetadata('tokens', { ...tokens, [at]: token }, type);
};

/** Makes a class and what it asks for, each once. */
export function make(type, made) {
  if (made.has(type)) return made.get(type);
  const tokens = Reflect.getOwnMetadata('tokens', type) ?? {};
  const asked = Reflect.getMetadata('design:paramtypes', type) ?? [];
  const one = new type(...asked.map((kind, at) => make(tokens[at] ?? kind, made)));
  made.set(type, one);
  return one;
}
