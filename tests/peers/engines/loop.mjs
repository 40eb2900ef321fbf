// What one writes in an afternoon: the least that deciding can cost in JavaScript.
import { once } from "../timing.mjs";

function matches(pattern, text) {
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === "?" || pattern[p] === text[t]) && pattern[p] !== "*") {
      p += 1;
      t += 1;
    } else if (pattern[p] === "*") {
      star = p++;
      mark = t;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === "*") p += 1;
  return p === pattern.length;
}

function allows(documents, action, resource) {
  let allowed = false;
  for (const { Statement } of documents) {
    for (const { Effect, Action, Resource } of Statement) {
      const any = (patterns, text) =>
        Array.isArray(patterns) ? patterns.some((pattern) => matches(pattern, text)) : matches(patterns, text);
      if (!any(Action, action) || !any(Resource, resource)) continue;
      if (Effect === "Deny") return false;
      allowed = true;
    }
  }
  return allowed;
}

export const loop = {
  package: "a loop in JavaScript",
  where: "Node",
  version: "",
  rows({ documents, action, resource }) {
    const parsed = documents.map((text) => JSON.parse(text));
    return [
      {
        answers: "boolean",
        explains: false,
        allows: (action, resource) => allows(parsed, action, resource),
        prepared: () => allows(parsed, action, resource),
        text: () =>
          allows(
            documents.map((text) => JSON.parse(text)),
            action,
            resource,
          ),
      },
    ];
  },
  hostile: (pattern, text) => once(() => matches(pattern, text)),
};
