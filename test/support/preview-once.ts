import { previewStack, type PreviewedStack, type Previewer } from "../../preview/preview-stack";

interface Known {
  readonly previewed: Promise<PreviewedStack>;
  /** What the preview said it was doing. */
  readonly steps: readonly string[];
}

const known = new Map<string, Known>();

/** Previews a stack, once for the same request: many tests look at the same preview, and none may change it. */
export const previewOnce: Previewer = async ({ onStep, ...request }) => {
  const { configuration, ...made } = request;
  const key = JSON.stringify([made, configuration && [...configuration]]);
  const { previewed, steps } = known.get(key) ?? start(key, request);
  try {
    return await previewed;
  } finally {
    steps.forEach(onStep);
  }
};

function start(key: string, request: Omit<Parameters<Previewer>[0], "onStep">): Known {
  const steps: string[] = [];
  const previewed = previewStack({ ...request, onStep: (step) => steps.push(step) }).then(frozen);
  const started = { previewed, steps };
  known.set(key, started);
  return started;
}

/** The same value, of which nothing can be changed any more. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  Object.values(value).forEach(frozen);
  return value;
}
