import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openRenderer, type ToPng } from '../../shared/site/pictures/open-renderer.ts';

const read = (name: string) => readFile(fileURLToPath(import.meta.resolve(name)));
const font = (name: string) => read(`@expo-google-fonts/noto-sans/${name}/NotoSans_${name}.ttf`);

/** As the build has it, without a build. */
export const openTestRenderer = async (): Promise<ToPng> =>
  openRenderer({
    wasm: await read('@resvg/resvg-wasm/index_bg.wasm'),
    fonts: [await font('400Regular'), await font('700Bold')],
  });
