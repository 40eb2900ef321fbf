// The types of index.d.ts as far as they describe data, read well enough to hold values against them.

/** The tokens of a declaration file, without comments. */
const tokens = (text) => text.replace(/\/\*[\s\S]*?\*\//g, "").match(/"[^"]*"|=>|[A-Za-z_]\w*|\d+|\S/g);

/** Reads the interfaces, the types, and what each function gives. */
export function shapes(text) {
  const all = tokens(text);
  const types = new Map();
  const functions = new Map();
  let at = 0;
  const take = (token) => {
    if (token !== undefined && all[at] !== token) throw new Error(`${token}, not ${all.slice(at, at + 5).join(" ")}`);
    return all[at++];
  };
  const takes = (token) => all[at] === token && ++at > 0;

  function union() {
    takes("|");
    const members = [both()];
    while (takes("|")) members.push(both());
    return members.length === 1 ? members[0] : { union: members };
  }
  function both() {
    const parts = [list()];
    while (takes("&")) parts.push(list());
    return parts.length === 1 ? parts[0] : { both: parts };
  }
  function list() {
    let type = one();
    while (all[at] === "[" && all[at + 1] === "]") {
      at += 2;
      type = { list: type };
    }
    return type;
  }
  function one() {
    if (takes("(")) {
      const type = union();
      take(")");
      return type;
    }
    if (all[at] === "{") return fields();
    if (takes("[")) {
      const tuple = [];
      while (!takes("]")) {
        tuple.push(union());
        takes(",");
      }
      return { tuple };
    }
    const name = take();
    if (name.startsWith('"') || /^\d/.test(name) || name === "true" || name === "false") return { value: JSON.parse(name) };
    const of = [];
    if (takes("<")) {
      do of.push(union());
      while (takes(","));
      take(">");
    }
    return { name, of };
  }
  function fields() {
    const own = {};
    take("{");
    while (!takes("}")) {
      if (takes("[")) {
        while (!takes("]")) at++;
        take(":");
        own["*"] = { optional: true, type: union() };
      } else {
        const name = take();
        const optional = takes("?");
        take(":");
        own[name] = { optional, type: union() };
      }
      takes(";") || takes(",");
    }
    return { fields: own };
  }

  while (at < all.length) {
    take("export");
    const kind = take();
    const name = take();
    if (kind === "interface") {
      const base = takes("extends") && take();
      const own = fields();
      types.set(name, base ? { both: [{ name: base, of: [] }, own] } : own);
    } else if (kind === "type") {
      if (takes("<")) while (!takes(">")) at++;
      take("=");
      types.set(name, union());
    } else {
      // What comes between the brackets is given, not got.
      let depth = 0;
      do {
        const token = take();
        depth += (token === "(") - (token === ")");
      } while (depth > 0);
      take(":");
      functions.set(name, union());
    }
    takes(";");
  }
  return { types, functions };
}

/** Why a value is not of a type; undefined if it is. */
export function misfit({ types }, type, value, path = "value") {
  const inside = (type, value, path) => misfit({ types }, type, value, path);
  const not = (what) => `${path} is not ${what}: ${JSON.stringify(value)?.slice(0, 80)}`;
  if ("value" in type) return value === type.value ? undefined : not(JSON.stringify(type.value));
  if (type.union) {
    const all = type.union.map((one) => inside(one, value, path));
    return all.includes(undefined) ? undefined : all.join("\n");
  }
  if (type.list) return Array.isArray(value) ? first(value, (one, at) => inside(type.list, one, `${path}[${at}]`)) : not("a list");
  if (type.tuple) {
    if (!Array.isArray(value) || value.length !== type.tuple.length) return not("a tuple");
    return first(type.tuple, (one, at) => inside(one, value[at], `${path}[${at}]`));
  }
  if (type.both) return inside({ fields: Object.assign({}, ...type.both.map((one) => members({ types }, one))) }, value, path);
  if (type.fields) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return not("an object");
    const { "*": others, ...own } = type.fields;
    const lacking = Object.keys(own).find((name) => !own[name].optional && !(name in value));
    if (lacking) return `${path} lacks ${lacking}`;
    return first(Object.entries(value), ([name, one]) => {
      const field = own[name] ?? others;
      return field ? inside(field.type, one, `${path}.${name}`) : `${path} has ${name}`;
    });
  }
  const { name, of } = type;
  if (name === "Record") return inside({ fields: { "*": { optional: true, type: of[1] } } }, value, path);
  if (name === "unknown") return undefined;
  if (name === "null") return value === null ? undefined : not("null");
  if (name === "object") return typeof value === "object" ? undefined : not("an object");
  if (["string", "number", "boolean"].includes(name)) return typeof value === name ? undefined : not(`a ${name}`);
  if (!types.has(name)) return `there is no type ${name}`;
  return inside(types.get(name), value, path);
}

const first = (all, why) => all.map(why).find((found) => found !== undefined);

const members = (all, type) => {
  if (type.name) return members(all, all.types.get(type.name));
  return type.both ? Object.assign({}, ...type.both.map((one) => members(all, one))) : type.fields;
};
