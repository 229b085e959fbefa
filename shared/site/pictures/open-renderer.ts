import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { indexedPng } from './indexed-png.ts';

/** What the renderer needs besides its code: its own machine code, and fonts, since it knows none. */
export interface RendererFiles {
  wasm: Uint8Array;
  fonts: Uint8Array[];
}

/** Where the build leaves them, beside what the public reads. */
export const rendererFolder = 'renderer';
export const rendererNames = { wasm: 'resvg.wasm', fonts: ['400.ttf', '700.ttf'] } as const;

export type ToPng = (svg: string) => Uint8Array;

let started: Promise<void> | undefined;

/** One renderer a process: its machine code can be started once only. */
export async function openRenderer({ wasm, fonts }: RendererFiles): Promise<ToPng> {
  started ??= initWasm(wasm as BufferSource);
  await started;
  return (svg) => {
    const drawing = new Resvg(svg, { font: { fontBuffers: fonts, defaultFontFamily: 'Noto Sans' } });
    const image = drawing.render();
    const png = indexedPng({ rgba: image.pixels, width: image.width, height: image.height });
    // Memory of the machine code is not collected.
    image.free();
    drawing.free();
    return png;
  };
}
