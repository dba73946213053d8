/** What is drawn on a copy of a photo. Points are parts of its width and height (0 … 1), so that any size shows the same. */
export type Tool = 'pen' | 'arrow' | 'blur';

export interface Point {
  x: number;
  y: number;
}

export interface Shape {
  tool: Tool;
  /** A pen's whole line; for arrow and blur the first and last point. */
  points: Point[];
}

/** A blurred copy hides something and says so; any other drawing points something out. */
export function roleOf(shapes: Shape[]): 'drawing' | 'redacted' {
  return shapes.some((shape) => shape.tool === 'blur') ? 'redacted' : 'drawing';
}

export function begin(tool: Tool, at: Point): Shape {
  return { tool, points: [inside(at), inside(at)] };
}

/** The shape with the pointer further on. */
export function extend(shape: Shape, to: Point): Shape {
  const first = shape.points[0] ?? to;
  if (shape.tool !== 'pen') return { ...shape, points: [first, inside(to)] };
  return { ...shape, points: [...shape.points, inside(to)] };
}

/** A slip of the finger: too small to be meant. */
export function tooSmall(shape: Shape): boolean {
  const xs = shape.points.map((point) => point.x);
  const ys = shape.points.map((point) => point.y);
  return Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys) < 0.01;
}

/** The two sides of an arrow's head at its last point, `size` long, in the units of the points. */
export function arrowHead(from: Point, to: Point, size: number): [Point, Point] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const side = (turn: number): Point => ({
    x: to.x - size * Math.cos(angle + turn),
    y: to.y - size * Math.sin(angle + turn),
  });
  return [side(Math.PI / 7), side(-Math.PI / 7)];
}

function inside({ x, y }: Point): Point {
  return { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) };
}
