/** Painting a photo with its shapes on a canvas: for the eye while drawing, and once at full size for the copy. */
import { arrowHead, type Point, type Shape } from './shapes';

/** The `sun` token of the foundations: seen on every photo by its dark edge. */
const LINE = '#ffcf33';
const EDGE = '#221a00';
/** A blurred face becomes at most this many blocks across its longer side; what is averaged away cannot come back. */
const BLOCKS = 8;

export function paint(canvas: HTMLCanvasElement, photo: CanvasImageSource, shapes: Shape[]): void {
  const brush = canvas.getContext('2d');
  if (!brush) return;
  const { width, height } = canvas;
  brush.drawImage(photo, 0, 0, width, height);
  for (const shape of shapes.filter(({ tool }) => tool === 'blur')) blur(brush, canvas, shape);
  for (const shape of shapes.filter(({ tool }) => tool !== 'blur')) stroke(brush, shape, width, height);
}

/** The copy: same pixels as the original, drawn upon. JPEG, since a photo stays a photo. */
export async function copyOf(photo: ImageBitmap, shapes: Shape[]): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = photo.width;
  canvas.height = photo.height;
  paint(canvas, photo, shapes);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  if (!blob) throw new Error('this browser could not make the copy');
  return blob;
}

function stroke(brush: CanvasRenderingContext2D, shape: Shape, width: number, height: number): void {
  const points = shape.points.map(({ x, y }) => ({ x: x * width, y: y * height }));
  const line = Math.max(3, Math.min(width, height) / 90);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  for (const [colour, thick] of [[EDGE, line * 1.8] as const, [LINE, line] as const]) {
    brush.strokeStyle = colour;
    brush.lineWidth = thick;
    brush.beginPath();
    trace(brush, points);
    const [from, to] = [points.at(0), points.at(-1)];
    if (shape.tool === 'arrow' && from && to) {
      const [left, right] = arrowHead(from, to, line * 6);
      trace(brush, [left, to, right]);
    }
    brush.stroke();
  }
}

function trace(brush: CanvasRenderingContext2D, points: Point[]): void {
  points.forEach((point, at) => (at ? brush.lineTo(point.x, point.y) : brush.moveTo(point.x, point.y)));
}

function blur(brush: CanvasRenderingContext2D, canvas: HTMLCanvasElement, shape: Shape): void {
  const [a, b] = [shape.points.at(0), shape.points.at(-1)];
  if (!a || !b) return;
  const x = Math.floor(Math.min(a.x, b.x) * canvas.width);
  const y = Math.floor(Math.min(a.y, b.y) * canvas.height);
  const w = Math.max(1, Math.ceil(Math.abs(a.x - b.x) * canvas.width));
  const h = Math.max(1, Math.ceil(Math.abs(a.y - b.y) * canvas.height));
  const block = Math.max(w, h) / BLOCKS;
  const small = document.createElement('canvas');
  small.width = Math.max(1, Math.round(w / block));
  small.height = Math.max(1, Math.round(h / block));
  const less = small.getContext('2d');
  if (!less) return;
  less.imageSmoothingQuality = 'high';
  less.drawImage(canvas, x, y, w, h, 0, 0, small.width, small.height);
  brush.imageSmoothingEnabled = false;
  brush.drawImage(small, 0, 0, small.width, small.height, x, y, w, h);
  brush.imageSmoothingEnabled = true;
}
